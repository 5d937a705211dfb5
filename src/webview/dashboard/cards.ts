import { element } from '../dom.ts';
import type { DashboardView, PageMove } from './data.ts';
import { card, itemLink, type Line, linkOr, type Open, said } from './parts.ts';
import { bar } from './program.ts';
import { sparkline } from './sparkline.ts';

// The lists of the dashboard, each with the lines that it has.

const text = (name: string, words: string): HTMLElement => element('span', { class: name, text: words });

export const askCard = ({ asks }: DashboardView, open: Open): HTMLElement =>
  card(
    'Needs a decision',
    asks,
    'Nobody is asked for anything within 30 days.',
    ({ item, act, when, isOverdue, of, moves }) => ({
      head: itemLink(item, open),
      end: said(isOverdue ? 'late' : '', when),
      details: [[text('act', act), ...said('', of)], moves ? [text('', moves.after), itemLink(moves.item, open)] : []],
    }),
  );

export const escalationCard = ({ escalations }: DashboardView, open: Open): HTMLElement =>
  card('Open escalations', escalations, 'No escalation is open.', ({ item, to, when, isOverdue, detail }) => ({
    head: itemLink(item, open),
    end: said(isOverdue ? 'late' : '', when),
    details: [[text('act', 'Answer'), ...said('', [to, detail].filter((part) => part !== '').join(' · '))]],
  }));

export const movedCard = ({ moved }: DashboardView, open: Open): HTMLElement =>
  card(moved.since === '' ? 'What moved' : `Moved since ${moved.since}`, moved, moved.instead, (move) =>
    moveLine(move, open),
  );

function moveLine({ item, far, isLater, detail, effect }: PageMove, open: Open): Line {
  return {
    head: linkOr(item, 'The calendar, or what else the plan is set up with', open),
    end: said(isLater ? 'late number' : 'early number', far),
    details: [
      said('', detail),
      effect
        ? [
            text('arrow', '↳'),
            itemLink(effect.item, open),
            ...said(effect.isLater ? 'late number' : 'early number', effect.far),
            text('', effect.detail),
          ]
        : [],
    ],
  };
}

export const riskCard = ({ risks }: DashboardView, open: Open): HTMLElement =>
  card('Top risks', risks, 'No risk is open.', ({ item, score, band, trend, isRising, detail, threatens }) => ({
    before: [
      element('span', {
        class: `score ${score === undefined ? 'none' : band}`,
        text: score === undefined ? '–' : String(score),
        attributes: {
          role: 'img',
          'aria-label': score === undefined ? 'no score' : `score ${score}`,
          title: 'Probability times impact',
        },
      }),
    ],
    head: itemLink(item, open),
    end: said(isRising ? 'late' : 'early', trend),
    details: [
      [
        ...said('', detail),
        ...(threatens ? [text('', detail === '' ? 'threatens' : '· threatens'), itemLink(threatens, open)] : []),
      ],
    ],
  }));

export const milestoneCard = ({ milestones }: DashboardView, open: Open): HTMLElement =>
  card('Next milestones', milestones, 'No milestone is left.', ({ item, day, slip, isKey, isBlocked, detail }) => ({
    before: [
      element('span', {
        class: `mark${isKey ? ' key' : ''}${slip !== '' ? ' late' : ''}${isBlocked ? ' blocked' : ''}`,
        attributes: {
          role: 'img',
          'aria-label': isKey ? 'key milestone' : 'milestone',
          title: isKey ? 'A key milestone' : 'A milestone',
        },
      }),
    ],
    head: itemLink(item, open),
    end: [...said('late number', slip), text('number', day)],
    details: [said('', detail)],
  }));

export const metricCard = ({ metrics }: DashboardView, open: Open): HTMLElement =>
  card('Metrics', metrics, 'There are no metrics.', (metric) => {
    const { item, latest, detail, isBeyond, isWorse } = metric;
    const picture = sparkline(metric);
    return {
      class: `metric${isBeyond ? ' beyond' : isWorse ? ' worse' : ''}`,
      head: itemLink(item, open),
      end: said(isBeyond ? 'value late' : 'value', latest),
      details: [
        [
          ...(picture ? [picture] : []),
          element('span', {}, ...said('late', isBeyond ? 'beyond its threshold · ' : ''), ...said('', detail)),
        ],
      ],
    };
  });

export const objectiveCard = ({ objectives }: DashboardView, open: Open): HTMLElement =>
  card('Objectives', objectives, 'There are no objectives.', ({ item, share, text: words, detail, late }) => ({
    head: itemLink(item, open),
    end: share === undefined ? [] : [bar(share, `progress ${words}`), text('number', words)],
    details: [said('', detail), late ? [itemLink(late.item, open), text('late', late.detail)] : []],
  }));
