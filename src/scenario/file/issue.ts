/** What is wrong with a scenario file or its texts. Words stand in the catalogue under `scenario.issue.<code>`. */
export interface ScenarioIssue {
  readonly code: string;
  /** Which file, and where in it: a dotted path, or a line. */
  readonly where: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** An issue; `where` says the place. */
export function scenarioIssue(
  code: string,
  where: string,
  values: ScenarioIssue['values'] = {},
): ScenarioIssue {
  return { code, where, values };
}

/** Names of one list, each once: the set of them, and an issue for each that comes twice. */
export function namesOf(
  names: readonly string[],
  where: string,
): { readonly names: ReadonlySet<string>; readonly issues: readonly ScenarioIssue[] } {
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return {
    names: new Set(names),
    issues: twice.map((name) => scenarioIssue('duplicateId', where, { id: name })),
  };
}

/** An issue for each name that is used and is not there. */
export function unknownNames(
  there: ReadonlySet<string>,
  used: readonly (string | undefined)[],
  where: string,
): readonly ScenarioIssue[] {
  return used.flatMap((name) =>
    name === undefined || there.has(name) ? [] : [scenarioIssue('unknownReference', where, { id: name })],
  );
}
