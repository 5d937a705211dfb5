import * as z from 'zod';

/** The JSON of the command line as docs/cli.md promises it. Strict: a key that is not promised here is a mistake. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const position = z.strictObject({ line: z.int().min(1), column: z.int().min(1) });
const range = z.strictObject({ start: position, end: position });
const path = z.string().regex(/^[^/\\][^\\]*$/);
const document = { schemaVersion: z.literal(1) };

const finding = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string().min(1),
  item: z.string().nullable(),
  file: path,
  range,
  related: z.array(z.strictObject({ message: z.string(), file: path, range })),
});

export const checkSchema = z.strictObject({
  ...document,
  today: day,
  summary: z.strictObject({
    documents: z.int(),
    items: z.int(),
    errors: z.int(),
    warnings: z.int(),
    infos: z.int(),
  }),
  findings: z.array(finding),
});

const item = {
  id: z.string(),
  type: z.string(),
  title: z.string(),
  status: z.string(),
  open: z.boolean(),
  owner: z.string().nullable(),
  program: z.string(),
  workstream: z.string().nullable(),
  start: day.nullable(),
  due: day.nullable(),
  blocked: z.boolean(),
  blockedBy: z.array(z.string()),
  stale: z.boolean(),
  overdue: z.boolean(),
  forecast: day.nullable(),
  slip: z.number().nullable(),
  critical: z.boolean(),
  health: z.enum(['green', 'amber', 'red']).nullable(),
  file: path,
  range,
};

export const listSchema = z.strictObject({ ...document, today: day, items: z.array(z.strictObject(item)) });

const counts = z.strictObject({
  items: z.int(),
  done: z.int(),
  late: z.int(),
  overdue: z.int(),
  blocked: z.int(),
  heldUp: z.int(),
  critical: z.int(),
});
const { health: _, ...drawn } = item;

export const graphSchema = z.strictObject({
  ...document,
  today: day,
  summary: z.strictObject({ items: z.int(), filtered: z.int(), closed: z.int(), unlinked: z.int() }),
  groups: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.enum(['program', 'workstream']),
      title: z.string(),
      parent: z.string().nullable(),
      counts,
    }),
  ),
  nodes: z.array(
    z.strictObject({
      key: z.string(),
      ...drawn,
      lines: z.array(z.string()).min(1),
      states: z.array(z.enum(['done', 'dropped', 'critical', 'blocked', 'held-up', 'late', 'overdue', 'stale'])),
      goal: z.boolean(),
      focus: z.boolean(),
      group: z.string().nullable(),
      beyond: z.strictObject({ upstream: z.int(), downstream: z.int() }),
    }),
  ),
  edges: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      links: z.array(z.strictObject({ type: z.enum(['FS', 'SS', 'FF', 'SF']), lag: z.string().nullable() })).min(1),
      count: z.int().min(1),
      critical: z.boolean(),
      driving: z.boolean(),
      crossing: z.boolean(),
      cycle: z.boolean(),
    }),
  ),
});

const link = z.strictObject({
  id: z.string(),
  link: z.enum(['FS', 'SS', 'FF', 'SF']),
  lag: z.string().nullable(),
});

const drift = {
  baseline: day.nullable(),
  drift: z.number().nullable(),
  driftCalendarDays: z.int().nullable(),
};

const forecast = {
  start: day.nullable(),
  finish: day,
  due: day.nullable(),
  duration: z.number().min(0),
  earlyStart: z.number(),
  earlyFinish: z.number(),
  lateStart: z.number().nullable(),
  lateFinish: z.number().nullable(),
  totalFloat: z.number().min(0).nullable(),
  freeFloat: z.number().min(0).nullable(),
  margin: z.number().nullable(),
  slip: z.number().nullable(),
  slipCalendarDays: z.int().nullable(),
  critical: z.boolean(),
  ...drift,
};

const limits = [
  ...['program-start', 'start', 'today', 'started', 'progress', 'date', 'expected', 'window', 'completed'],
] as const;

const driver = z.union([
  z.strictObject({ id: z.null(), kind: z.enum(limits) }),
  z.strictObject({ id: z.string(), kind: link.shape.link, lag: z.string().nullable() }),
]);

export const scheduleSchema = z.strictObject({
  ...document,
  today: day,
  doubt: z
    .strictObject({ message: z.string(), documents: z.array(z.strictObject({ file: path, range })).min(1) })
    .nullable(),
  programs: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      start: day.nullable(),
      finish: day.nullable(),
      workingDays: z.number().nullable(),
      target: day.nullable(),
      ...drift,
      health: z.strictObject({
        value: z.enum(['green', 'amber', 'red']),
        reasons: z.array(z.strictObject({ value: z.enum(['amber', 'red']), message: z.string(), item: z.string() })),
      }),
      errors: z.number(),
      goal: z.string().nullable(),
      criticalPath: z.array(z.string()),
    }),
  ),
  items: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      title: z.string(),
      status: z.string(),
      ...forecast,
      blocked: z.boolean(),
      blockedBy: z.array(z.string()),
      stale: z.boolean(),
      overdue: z.boolean(),
      drivers: z.array(driver),
    }),
  ),
});

const sums = z.array(
  z.strictObject({ currency: z.string().length(3), budget: z.number().nullable(), spent: z.number().nullable() }),
);
const share = z.number().min(0).max(1);
const sample = z.strictObject({ date: day, value: z.number() });

const itemFigures = z.union([
  z.null(),
  z.strictObject({ budget: sums }),
  z.strictObject({
    budget: sums,
    workstreams: z.array(z.strictObject({ workstream: z.string().nullable(), budget: sums })),
  }),
  z.strictObject({
    latest: sample.nullable(),
    unit: z.string().nullable(),
    direction: z.enum(['up', 'down']).nullable(),
    target: z.number().nullable(),
    threshold: z.number().nullable(),
    beyondThreshold: z.boolean(),
    trend: z.enum(['better', 'worse', 'up', 'down', 'steady']).nullable(),
    changeInAWeek: z.number().nullable(),
    worseInARow: z.int().min(0),
    reached: z.boolean().nullable(),
    targetOn: day.nullable(),
    sparkline: z.string(),
    values: z.array(sample),
  }),
  z.strictObject({
    progress: share.nullable(),
    keyResults: z.array(
      z.strictObject({
        id: z.string().nullable(),
        title: z.string(),
        metric: z.string().nullable(),
        current: z.number().nullable(),
        target: z.number().nullable(),
        unit: z.string().nullable(),
        progress: share.nullable(),
      }),
    ),
    deliveredBy: z.array(
      z.strictObject({
        id: z.string(),
        done: z.boolean(),
        progress: share,
        forecast: day.nullable(),
        daysLate: z.number().nullable(),
      }),
    ),
    late: z.array(z.string()),
  }),
]);

export const showSchema = z.strictObject({
  ...document,
  today: day,
  items: z.array(
    z.strictObject({
      ...item,
      fields: z.record(z.string(), z.string()),
      waitsFor: z.array(link),
      waitedForBy: z.array(link),
      figures: itemFigures,
      schedule: z
        .strictObject({
          ...forecast,
          drivers: z.array(driver),
          lastResponsibleMoment: z.strictObject({ day, moves: z.string() }).nullable(),
        })
        .nullable(),
      blockCauses: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(['status', 'overdue', 'open-issue', 'declined', 'promised-late']),
        }),
      ),
      rootCauses: z.array(z.string()),
      findings: z.array(finding),
    }),
  ),
});

const about = { code: finding.shape.code, item: finding.shape.item, range };

export const fixSchema = z.strictObject({
  ...document,
  today: day,
  written: z.boolean(),
  summary: z.strictObject({
    ...{ files: z.int(), fixes: z.int(), left: z.int() },
    // Not where files could not be written.
    ...{ found: z.int().optional(), gone: z.int().optional(), new: z.int().optional(), byHand: z.int().optional() },
  }),
  files: z.array(
    z.strictObject({
      file: path,
      fixes: z.array(z.strictObject({ ...about, title: z.string() })).min(1),
      patch: z.string().nullable(),
    }),
  ),
  unwritten: z.array(z.strictObject({ file: path, reason: z.string().min(1) })),
  left: z.array(z.strictObject({ ...about, message: z.string(), file: path, choices: z.array(z.string()).min(1) })),
});

export const syncSchema = z.strictObject({
  ...document,
  today: day,
  written: z.boolean(),
  summary: z.strictObject({
    ...{
      files: z.int(),
      blocks: z.int(),
      current: z.int(),
      updated: z.int(),
      records: z.int(),
      invalid: z.int(),
      outdated: z.int(),
    },
  }),
  files: z.array(
    z.strictObject({
      file: path,
      behind: z.boolean(),
      blocks: z
        .array(
          z.strictObject({
            view: z.string(),
            options: z.string(),
            date: z.string().nullable(),
            range,
            outcome: z.enum(['current', 'updated', 'record', 'invalid']),
            outdated: z.boolean(),
            message: z.string().nullable(),
          }),
        )
        .min(1),
      patch: z.string().nullable(),
    }),
  ),
});

export const newSchema = z.strictObject({ ...document, id: z.string(), type: z.string(), file: path });

export const initSchema = z.strictObject({ ...document, files: z.array(path).min(1) });

const level = z.enum(['error', 'warning', 'note']);
const message = z.strictObject({ text: z.string().min(1) });
const physicalLocation = z.strictObject({
  artifactLocation: z.strictObject({ uri: z.string().regex(/^[^\s/][^\s]*$/), uriBaseId: z.literal('%SRCROOT%') }),
  region: z.strictObject({
    startLine: z.int().min(1),
    startColumn: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
  }),
});

/** The part of SARIF 2.1.0 that Milepost writes, as the standard (OASIS, 2020) has it. */
export const sarifSchema = z.strictObject({
  version: z.literal('2.1.0'),
  $schema: z.url(),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: message,
              helpUri: z.url().optional(),
              defaultConfiguration: z.union([z.strictObject({ level }), z.strictObject({ enabled: z.literal(false) })]),
            }),
          ),
        }),
      }),
      columnKind: z.literal('utf16CodeUnits'),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.int().min(0),
          level,
          message,
          locations: z
            .array(
              z.strictObject({
                physicalLocation,
                logicalLocations: z
                  .array(z.strictObject({ fullyQualifiedName: z.string(), kind: z.string() }))
                  .optional(),
              }),
            )
            .length(1),
          relatedLocations: z.array(z.strictObject({ id: z.int().min(0), message, physicalLocation })).optional(),
          partialFingerprints: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ]),
});

const sides = <T extends z.ZodType>(of: T) => z.strictObject({ base: of, head: of });
const figures = z.strictObject({
  finish: day.nullable(),
  workingDaysMoved: z.number().nullable(),
  goal: z.strictObject({ id: z.string(), due: day.nullable() }).nullable(),
  health: z.enum(['green', 'amber', 'red']).nullable(),
  firmDatesMissed: z.array(z.string()),
  scopeCancelled: z.array(z.string()),
  criticalPath: z.array(z.string()),
  workingDays: z.number().nullable(),
  exposure: z.number(),
  risksWithoutFigures: z.array(z.string()),
  decisionsOpen: z.array(z.string()),
});

const column = z.strictObject({ name: z.string(), commit: z.string().regex(/^[0-9a-f]{40,64}$/) });

export const compareSchema = z.strictObject({
  ...document,
  today: day,
  base: column,
  options: z.array(column),
  programs: z.array(z.strictObject({ id: z.string(), base: figures, options: z.array(figures) })),
});

const commit = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64}|worktree|index)$/);

export const diffSchema = z.strictObject({
  ...document,
  today: day,
  base: commit,
  head: commit,
  verdict: z.string(),
  programs: z.array(
    z.strictObject({
      id: z.string(),
      finish: sides(day.nullable()),
      workingDaysMoved: z.number().nullable(),
      criticalPath: sides(z.array(z.string())),
      health: sides(z.enum(['green', 'amber', 'red']).nullable()),
      firmDatesMissed: sides(z.array(z.string())),
    }),
  ),
  items: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      change: z.enum(['added', 'removed', 'changed', 'renamed', 'moved', 'affected']),
      from: z.string().optional(),
      file: sides(path.nullable()),
      fields: z.array(z.strictObject({ field: z.string(), base: z.string().nullable(), head: z.string().nullable() })),
      forecast: sides(day.nullable()),
      workingDaysMoved: z.number().nullable(),
      causes: z.array(
        z.strictObject({
          kind: z.enum(['item', 'program', 'configuration']),
          id: z.string(),
          path: z.array(z.string()).optional(),
        }),
      ),
    }),
  ),
  lifecycle: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      title: z.string(),
      event: z.enum(['opened', 'reopened', 'decided', 'closed', 'cancelled', 'removed']),
      status: sides(z.string().nullable()),
    }),
  ),
  findings: z.strictObject({ new: z.array(finding), resolved: z.array(finding) }),
});

const moved = { workingDaysMoved: z.int().nullable(), calendarDaysMoved: z.int().nullable() };
const planCommit = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{40,64}$/),
  author: z.string(),
  date: day.nullable(),
  subject: z.string(),
});

export const historySchema = z.strictObject({
  ...document,
  today: day,
  head: z.string().regex(/^[0-9a-f]{40,64}$/),
  since: z.string().nullable(),
  complete: z.boolean(),
  commits: z.int(),
  samples: z.int(),
  programs: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      finish: day.nullable(),
      ...moved,
      finishes: z.array(z.strictObject({ asOf: day.nullable(), finish: day, commit: planCommit })),
      milestones: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          first: day.nullable(),
          due: day.nullable(),
          timesMoved: z.int().min(1),
          ...moved,
          dates: z.array(z.strictObject({ date: day.nullable(), due: day.nullable() })).min(1),
        }),
      ),
    }),
  ),
  items: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      title: z.string(),
      file: path,
      gone: z.boolean(),
      first: day.nullable(),
      due: day.nullable(),
      timesMoved: z.int().min(0),
      ...moved,
      changes: z.array(
        z.strictObject({
          change: z.enum(['added', 'changed', 'removed']),
          commit: planCommit.nullable(),
          merge: z.string().nullable(),
          fields: z.array(
            z.strictObject({
              field: z.enum([
                'due',
                'expected',
                'needed_by',
                'closed',
                'type',
                'id',
                'file',
                'title',
                'status',
                'owner',
              ]),
              from: z.string().nullable(),
              to: z.string().nullable(),
            }),
          ),
          ...moved,
          decisions: z.array(z.string()),
        }),
      ),
    }),
  ),
});
