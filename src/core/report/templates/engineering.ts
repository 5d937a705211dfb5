/** For those who do the work: by workstream what was done, moved and is blocked, who waits for whom, which risks changed. */
export const engineering = `---
type: update
title: {{title}}, {{day}}, for engineering
program: {{program}}
date: {{date}}
since: {{since}}
audience: engineering
health: {{health}}
---

# {{title}}: engineering status of {{day}}

<!-- milepost headline -->
<!-- /milepost -->

<!-- Write here what you want to say yourself. Nothing outside of the generated parts is ever overwritten. -->

{{#workstreams}}
## {{workstream-title}}

**Done since {{since-day}}**

<!-- milepost done workstream={{workstream}} -->
<!-- /milepost -->

**Moved**

<!-- milepost moved workstream={{workstream}} -->
<!-- /milepost -->

**Blocked**

<!-- milepost blocked workstream={{workstream}} -->
<!-- /milepost -->

{{/workstreams}}
## Who waits for whom

<!-- milepost waits -->
<!-- /milepost -->

## Risks that changed

<!-- milepost risk-changes -->
<!-- /milepost -->

## Metrics

<!-- milepost metrics -->
<!-- /milepost -->

## What comes next

<!-- milepost next most=12 -->
<!-- /milepost -->
`;
