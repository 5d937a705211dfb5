// What holds in a host with Node holds without it: the same tests, in the worker.
import '../folder/diagnostics.test.ts';
import '../folder/nested-plans.test.ts';
import '../folder/program-tree.test.ts';
import '../folder/commands.test.ts';
import '../folder/forecast.test.ts';
import '../folder/fixes.test.ts';
import '../folder/same-findings.test.ts';
