/** The Condition element: prepared once, matched many times, explained when asked. */
export { compileConditions, conditionMatches, type CompiledCondition } from './condition.ts';
export { conditionReasons, explainCondition, type ConditionExplanation } from './explain.ts';
