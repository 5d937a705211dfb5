import * as vscode from 'vscode';
import { EarlierPlans } from './changes/earlier-plans.ts';
import { RecentChanges } from './changes/recent-changes.ts';
import { Clock } from './clock.ts';
import { copyLink, copyReference } from './commands/copy.ts';
import { copyMessage } from './commands/copy-message.ts';
import { copyReport } from './commands/copy-report.ts';
import { goToItem, openFinding } from './commands/go-to.ts';
import { groupBy } from './commands/group-by.ts';
import { openChange } from './commands/open-change.ts';
import { registerCommands } from './commands/registry.ts';
import { revealItem } from './commands/reveal.ts';
import { changeBase, refreshReview, reviewBranch, reviewChanges } from './commands/review.ts';
import { openGraph, showInGraph } from './commands/show-graph.ts';
import { showHistory } from './commands/show-history.ts';
import { turnWaits, waits } from './commands/waits.ts';
import { Contexts } from './contexts.ts';
import { readRecords } from './create/read-records.ts';
import { Decorations } from './decorations.ts';
import { HealthBar } from './health-bar.ts';
import { Log } from './log.ts';
import { GraphPanel } from './panels/graph/graph-panel.ts';
import { HistoryPanel } from './panels/history/history-panel.ts';
import { ListPanel } from './panels/plan-views/list-panel.ts';
import { dashboardView, PLAN_VIEWS, risksView, timelineView } from './panels/plan-views/plan-view.ts';
import { ReportPanel } from './panels/report/report-panel.ts';
import { Baselines } from './plans/baselines.ts';
import { FileEvents } from './plans/file-events.ts';
import { Histories } from './plans/histories.ts';
import { PlanDocuments } from './plans/plan-documents.ts';
import { Plans } from './plans/plans.ts';
import { RiskTrends } from './plans/risk-trends.ts';
import { Touched } from './plans/touched.ts';
import { withoutGit } from './plans/without-git.ts';
import type { Platform } from './platform.ts';
import type { MarkdownIt } from './preview/markdown-it.ts';
import { extendPreview } from './preview/preview-plugin.ts';
import { Previews } from './preview/previews.ts';
import { BaseFiles } from './review/base-files.ts';
import { ChangeLensProvider } from './review/change-lens-provider.ts';
import { ChangeNotes } from './review/change-notes.ts';
import { ChangedFiles } from './review/changed-files.ts';
import { PlanReview } from './review/plan-review.ts';
import { StatusBar } from './status-bar.ts';
import { AttentionView } from './views/attention-view.ts';
import { ChainView, WAITS_VIEW, WHY_VIEW } from './views/chain-view.ts';
import { ChangeView } from './views/change-view.ts';
import { ProgramView } from './views/program-view.ts';
import { SeenFindings } from './views/seen-findings.ts';
import { StoredTreeOptions } from './views/tree-options.ts';
import { Walkthrough } from './walkthrough.ts';

/** What the extension hands out when it is activated: its parts, for its own tests. No promise is made to anybody else. */
export interface Milepost {
  readonly log: Log;
  readonly clock: Clock;
  readonly plans: Plans;
  readonly contexts: Contexts;
  /** Only where there is git: not in a browser. */
  readonly touched: Touched | undefined;
  readonly histories: Histories;
  readonly historyPanel: HistoryPanel;
  readonly programView: ProgramView;
  readonly attentionView: AttentionView;
  readonly decorations: Decorations;
  readonly statusBar: StatusBar;
  readonly healthBar: HealthBar;
  readonly review: PlanReview;
  readonly changeView: ChangeView;
  readonly changeNotes: ChangeNotes;
  readonly changedFiles: ChangedFiles;
  readonly whyView: ChainView;
  readonly waitsView: ChainView;
  readonly graphPanel: GraphPanel;
  readonly reportPanel: ReportPanel;
  readonly dashboardPanel: ListPanel;
  readonly timelinePanel: ListPanel;
  readonly risksPanel: ListPanel;
  readonly decisionsPanel: ListPanel;
  /** How long it was until all was loaded and put together, in milliseconds, without the reading that goes on behind it. */
  readonly activationMs: number;
  /** For the editor's own Markdown preview, which calls it. */
  readonly extendMarkdownIt: <M extends MarkdownIt>(md: M) => M;
}

const onDemand = () => import('./commands/on-demand.ts');

/**
 * Puts the parts of the extension together. Files are read only after it has returned.
 * @param began when the editor asked for it, by the clock of the host
 */
export function activate(
  context: vscode.ExtensionContext,
  platform: Platform,
  began: number = platform.host.now(),
): Milepost {
  const keep = <T extends vscode.Disposable>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };
  const log = new Log(keep(vscode.window.createOutputChannel('Milepost', { log: true })));
  const clock = keep(new Clock(log));
  const plans = keep(new Plans(clock, platform, log));
  const options = keep(new StoredTreeOptions(context.workspaceState));
  keep(new PlanDocuments(plans, log));
  keep(new FileEvents(plans, log));
  const previews = keep(new Previews(plans, platform, log));
  const storage = context.storageUri ?? context.globalStorageUri;
  const touched = platform.git && keep(new Touched(plans, platform.git, storage, log));
  if (platform.git) keep(new Baselines(plans, platform.git, platform, storage, log));
  const trends = platform.git && touched && keep(new RiskTrends(plans, platform.git, touched, platform, log));
  if (!platform.git) log.info('What git would tell is not known: a browser has no git');
  const missingOf = withoutGit(plans, platform.git, touched);
  const earlier = new EarlierPlans(platform, log);
  const changes = keep(new RecentChanges(plans, earlier, touched, log));
  const review = keep(new PlanReview(plans, platform, touched, log));
  if (platform.git) keep(new BaseFiles(plans, platform.git, log));
  keep(new ChangeLensProvider(review, log));
  const histories = keep(new Histories(platform, storage));
  const parts = {
    ...{ log, clock, plans },
    contexts: keep(new Contexts(plans, platform, log)),
    touched,
    histories,
    programView: keep(new ProgramView(plans, options, log)),
    attentionView: keep(
      new AttentionView(plans, new SeenFindings(context.workspaceState), clock, platform.host, missingOf, log),
    ),
    decorations: keep(new Decorations(plans, platform.host, log)),
    statusBar: keep(new StatusBar(plans, clock, log)),
    healthBar: keep(new HealthBar(plans, log)),
    review,
    changeView: keep(new ChangeView(review, log)),
    changeNotes: keep(new ChangeNotes(review, platform.git && histories, log)),
    changedFiles: keep(new ChangedFiles(review, log)),
    whyView: keep(new ChainView(WHY_VIEW, plans, log)),
    waitsView: keep(new ChainView(WAITS_VIEW, plans, log)),
    graphPanel: keep(new GraphPanel(context.extensionUri, plans, platform.host, log, review)),
    reportPanel: keep(new ReportPanel(context.extensionUri, plans, log)),
    dashboardPanel: keep(
      new ListPanel(dashboardView(changes, trends, missingOf), context.extensionUri, plans, platform.host, log),
    ),
    timelinePanel: keep(
      new ListPanel(timelineView(review, missingOf), context.extensionUri, plans, platform.host, log),
    ),
    risksPanel: keep(new ListPanel(risksView(trends, missingOf), context.extensionUri, plans, platform.host, log)),
    decisionsPanel: keep(new ListPanel(PLAN_VIEWS.decisions, context.extensionUri, plans, platform.host, log)),
    historyPanel: keep(new HistoryPanel(context.extensionUri, plans, histories, log)),
  };
  const {
    programView,
    attentionView,
    whyView,
    waitsView,
    graphPanel,
    dashboardPanel,
    reportPanel,
    timelinePanel,
    risksPanel,
    decisionsPanel,
    historyPanel,
  } = parts;
  const { changeView } = parts;
  keep(new Walkthrough(parts.contexts, log));
  const reporting = { plans, platform, earlier };
  const reviewing = { plans, git: platform.git, review, changeView };
  keep(
    registerCommands(
      {
        'milepost.closeWaits': () => waitsView.close(),
        'milepost.addDependency': async (argument) => (await onDemand()).addDependencyTo(argument, plans),
        'milepost.changeBase': () => changeBase(reviewing),
        'milepost.closeWhy': () => whyView.close(),
        'milepost.copyLink': (argument) => copyLink(argument, plans),
        'milepost.copyMessage': (argument) => copyMessage(argument, attentionView, clock),
        'milepost.copyReport': () => copyReport(plans, reportPanel),
        'milepost.copyReference': (argument) => copyReference(argument, plans),
        'milepost.endReview': () => review.end(),
        'milepost.fixAll': async () => (await onDemand()).fixWorkspace(plans, platform, log),
        'milepost.goToItem': (argument) => goToItem(argument, plans),
        'milepost.groupBy': (argument) => groupBy(argument, options),
        'milepost.hideDone': () => options.setHideDone(true),
        'milepost.import': async (argument) =>
          (await import('./create/import-plan.ts')).importPlanFile(argument, plans, clock),
        'milepost.init': async (argument) => (await onDemand()).createFirstPlan(argument, clock),
        'milepost.markSeen': () => attentionView.markAllSeen(),
        'milepost.new': async (argument) => (await onDemand()).newItem(argument, plans, clock),
        'milepost.openChange': (argument) => openChange(argument, review),
        'milepost.openFinding': openFinding,
        'milepost.openDashboard': () => dashboardPanel.show(),
        'milepost.openDecisionLog': () => decisionsPanel.show(),
        'milepost.openGraph': () => openGraph(graphPanel),
        'milepost.openRiskMatrix': () => risksPanel.show(),
        'milepost.openRule': async (argument) => (await onDemand()).openRule(argument, context.extensionUri),
        'milepost.openTimeline': () => timelinePanel.show(),
        'milepost.readRecords': () => readRecords(plans, decisionsPanel),
        'milepost.refresh': () => plans.restart(),
        'milepost.refreshReview': () => refreshReview(reviewing),
        'milepost.reveal': (argument) => revealItem(argument, plans, programView),
        'milepost.reviewBranch': () => reviewBranch(reviewing),
        'milepost.reviewChanges': (argument) => reviewChanges(argument, reviewing),
        'milepost.showDone': () => options.setHideDone(false),
        'milepost.showHistory': (argument) => showHistory(argument, plans, historyPanel),
        'milepost.showInGraph': (argument) => showInGraph(argument, plans, graphPanel),
        'milepost.showHealth': async () => (await onDemand()).showHealth(plans, whyView),
        'milepost.showLog': () => log.show(),
        'milepost.turnWaits': () => turnWaits(waitsView),
        'milepost.updateAllBlocks': async () => (await onDemand()).updateAllBlocks(plans, platform, log),
        'milepost.updateBlocks': async () => (await onDemand()).updateBlocks(plans, platform, log),
        'milepost.updateReport': async () => (await onDemand()).updateReport(reporting),
        'milepost.whatThisWaitsFor': async (argument) =>
          waits(argument, (await onDemand()).WAITS.before, plans, waitsView),
        'milepost.whatRefersToThis': async (argument) => waits(argument, (await onDemand()).REFERS, plans, waitsView),
        'milepost.whatWaitsForThis': async (argument) =>
          waits(argument, (await onDemand()).WAITS.after, plans, waitsView),
        'milepost.why': async (argument) => (await onDemand()).why(argument, plans, whyView),
        'milepost.writeReport': async () => (await onDemand()).writeReport(reporting),
      },
      log,
    ),
  );
  const begin = async (): Promise<void> => {
    const { previewEngine, registerFeatures } = await import('./plan-engine.ts');
    if (plans.isDisposed) return;
    previews.begin(previewEngine);
    for (const feature of registerFeatures(context.extensionUri, plans, platform, log)) keep(feature);
    await plans.start();
  };
  void platform.host.pause().then(log.listener('reading the workspace', begin));
  const activationMs = platform.host.now() - began;
  log.info(`Activated in ${activationMs.toFixed(1)} ms`);
  const extendMarkdownIt = <M extends MarkdownIt>(md: M): M => extendPreview(md, previews);
  return { ...parts, activationMs, extendMarkdownIt };
}
