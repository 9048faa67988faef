/** What one policy allows against another. The one door of this room. */
export { exampleResources, exampleValues } from './examples.ts';
export { flips, type Flip } from './flips.ts';
export { mutants, type Mutant } from './mutants.ts';
export { rewrites } from './rewrites.ts';
export { conditionsOf, statementsOf, valuesOf } from './statements.ts';
export { namedActions } from './named-actions.ts';
export { compareAccess, measureExcess, type Excess } from './compare.ts';
export type { CatalogueAction, Comparison, Domain, KeyDomain, Situation, Undecided } from './domain.ts';
export { compareLength, lengthOf, shorten, type PolicyLength } from './shorten.ts';
export { servicesAsked } from './services.ts';
export { statementFindings } from './statement-findings.ts';
export { comparePair, type PairAnswer } from './compare-pair.ts';
export type { PairExample, PolicyPair } from './pair-examples.ts';
export { grantsNew, relationOf, type Relation } from './pair-relation.ts';
export { comparable, type ComparableType, type PairDifference } from './pair-questions.ts';
export {
  packQuestion,
  questionAbout,
  readQuestion,
  unpackQuestion,
  type ExplainQuestion,
  type PolicySlot,
} from './explain-question.ts';
export { contextToggles, withContextValue, type ContextOption, type ContextToggle } from './what-if.ts';
