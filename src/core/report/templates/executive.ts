/** Half a page for those who steer: how it stands and why, what moved, what they have to decide, what comes next. */
export const executive = `---
type: update
title: {{title}}, {{day}}
program: {{program}}
date: {{date}}
since: {{since}}
audience: executive
health: {{health}}
---

# {{title}}: status of {{day}}

<!-- milepost headline -->
<!-- /milepost -->

<!-- Write here what you want to say yourself. Nothing outside of the generated parts is ever overwritten. -->

## Workstreams

<!-- milepost workstreams -->
<!-- /milepost -->

## What moved since {{since-day}}

<!-- milepost moved only=key most=3 -->
<!-- /milepost -->

## What we need

<!-- milepost asks most=3 -->
<!-- /milepost -->

## Next milestones

<!-- milepost next only=key most=5 -->
<!-- /milepost -->
`;
