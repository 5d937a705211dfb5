// What holds in a host with Node holds without it: the same tests, in the worker.
import '../folder/diagnostics.test.ts';
import '../folder/nested-plans.test.ts';
import '../folder/program-tree.test.ts';
import '../folder/commands.test.ts';
import '../folder/forecast.test.ts';
import '../folder/fixes.test.ts';
import '../folder/same-findings.test.ts';
import '../folder/hover.test.ts';
import '../folder/completion.test.ts';
import '../folder/lenses.test.ts';
import '../folder/rename.test.ts';
