import type { CompiledPolicies, Plan } from './policies.ts';
import { ToldStatement } from './explain-statement.ts';
import type { PreparedRequest } from './prepare.ts';
import { principalMatch, stronger, type Grant } from './principal-match.ts';
import type { Answers } from './resolve.ts';
import type { Layer, StatementResult } from './trace.ts';

/** What one layer's documents say about a request, every statement told. */
export interface LayerVerdict {
  readonly statements: readonly StatementResult[];
  /** The first document that IAM would refuse, by its name. */
  readonly invalid: string | undefined;
  readonly denies: boolean;
  readonly allows: boolean;
  /** For SCPs and RCPs: whether each level allows, from the organization's root down. */
  readonly levels: readonly boolean[] | undefined;
  /** How its strongest Allow names the caller. */
  readonly grant: Grant;
}

/** The layers' answers with every statement told. */
export class ToldAnswers implements Answers {
  readonly verdicts: ReadonlyMap<Layer, LayerVerdict>;

  constructor(compiled: CompiledPolicies, plan: Plan, prepared: PreparedRequest) {
    this.verdicts = new Map(
      compiled.asked(prepared).map((layer) => [layer, layerVerdict(layer, compiled, plan, prepared)]),
    );
  }

  denying(): Layer | undefined {
    return this.#first(({ denies }) => denies);
  }

  invalid(): Layer | undefined {
    return this.#first(({ invalid }) => invalid !== undefined);
  }

  allows(layer: Layer): boolean | undefined {
    return this.verdicts.get(layer)?.allows;
  }

  grant(): Grant {
    return this.verdicts.get('resource')?.grant ?? 'none';
  }

  #first(is: (verdict: LayerVerdict) => boolean): Layer | undefined {
    for (const [layer, verdict] of this.verdicts) if (is(verdict)) return layer;
    return undefined;
  }
}

function layerVerdict(
  layer: Layer,
  compiled: CompiledPolicies,
  plan: Plan,
  prepared: PreparedRequest,
): LayerVerdict {
  const documents = compiled.documents(layer, prepared);
  const count = compiled.levels(layer);
  // RCPFullAWSAccess stands at every level, whatever else does.
  const levels = count === undefined ? undefined : new Array<boolean>(count).fill(layer === 'rcp');
  const statements: StatementResult[] = [];
  let invalid: string | undefined;
  let denies = false;
  let allows = false;
  let grant: Grant = 'none';
  for (const policy of documents) {
    invalid ??= policy.invalid?.name;
    for (const statement of policy.statements) {
      const told = new ToldStatement(statement, prepared, plan);
      statements.push(told);
      if (!told.applies) continue;
      if (statement.effect === 'Deny') {
        denies = true;
        continue;
      }
      allows = true;
      if (levels !== undefined && statement.level !== undefined) levels[statement.level] = true;
      if (statement.principal !== undefined)
        grant = stronger(grant, principalMatch(statement.principal, prepared));
    }
  }
  return {
    statements,
    invalid,
    denies,
    allows: levels === undefined ? allows : levels.every(Boolean),
    levels,
    grant,
  };
}
