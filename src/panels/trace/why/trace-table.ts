import type { ElementResult, Evaluation, GateResult, StatementResult } from '#iam';
import { statementName, statementPlace } from '../statements/statement-words.ts';

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;
/** One line of the table: gate, statement, element, what the policy writes, what the request brings, the result. */
export type TraceRow = readonly [string, string, string, string, string, string];

/** The trace as rows of words, the header first: the table twin of the gate rail. */
export function traceRows(evaluation: Evaluation, say: Say): readonly TraceRow[] {
  const header: TraceRow = [
    say('why.column.gate'),
    say('why.column.statement'),
    say('why.column.element'),
    say('why.column.policy'),
    say('why.column.request'),
    say('why.column.result'),
  ];
  return [header, ...evaluation.gates.flatMap((gate, index) => gateRows(gate, index + 1, say))];
}

/** The rows as text a spreadsheet takes: columns by tab, lines by newline. */
export function traceTable(evaluation: Evaluation, say: Say): string {
  return traceRows(evaluation, say)
    .map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
}

function gateRows(gate: GateResult, number: number, say: Say): TraceRow[] {
  const name = `${number} ${say(`trace.gate.${gate.gate}`)}`;
  const outcome = say(`trace.outcome.${gate.outcome}`);
  const result = gate.reached ? outcome : say('why.wouldBe', { outcome });
  return [
    [name, '', '', '', '', result],
    ...gate.statements.flatMap((statement) => statementRows(statement, name, say)),
  ];
}

function statementRows(statement: StatementResult, gate: string, say: Say): TraceRow[] {
  const name = `${statementName(statement, say)} (${statementPlace(statement, say)})`;
  const result = say(statement.applies ? `why.applies.${statement.source.effect}` : 'why.appliesNot');
  return [
    [gate, name, say('why.effect'), statement.source.effect, '', result],
    ...statement.elements.map((element): TraceRow => elementRow(element, gate, name, say)),
  ];
}

function elementRow(element: ElementResult, gate: string, statement: string, say: Say): TraceRow {
  return [
    gate,
    statement,
    [element.element, element.operator, element.key].filter((word) => word !== undefined).join(' '),
    element.patterns.join(', '),
    valueWords(element, say),
    say(element.matches ? 'why.matches' : 'why.matchesNot'),
  ];
}

/** What the request brings for an element, in one line; an absent key says so. */
function valueWords({ value }: ElementResult, say: Say): string {
  if (value === undefined) return say('why.keyAbsent');
  return typeof value === 'string' ? value : value.join(', ');
}
