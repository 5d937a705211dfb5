/** For the people who are in it: what each has on the table this week, and who waits for whom. */
export const team = `---
type: update
title: {{title}}, week of {{day}}
program: {{program}}
date: {{date}}
since: {{since}}
audience: team
health: {{health}}
---

# {{title}}: this week, {{day}}

<!-- Write here what you want to say yourself. Nothing outside of the generated parts is ever overwritten. -->

<!-- milepost week -->
<!-- /milepost -->

## Who waits for whom

<!-- milepost waits -->
<!-- /milepost -->

## Needed from others

<!-- milepost asks -->
<!-- /milepost -->
`;
