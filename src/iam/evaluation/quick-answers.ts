import type { CompiledPolicies, Plan } from './policies.ts';
import type { PreparedRequest } from './prepare.ts';
import { principalMatch, stronger, type Grant } from './principal-match.ts';
import type { Answers } from './resolve.ts';
import { applies, type CompiledStatement } from './statement.ts';
import type { Layer } from './trace.ts';

/** The layers' answers, each looked up when it is asked for and no further than it takes. */
export class QuickAnswers implements Answers {
  readonly #compiled: CompiledPolicies;
  readonly #plan: Plan;
  readonly #prepared: PreparedRequest;
  readonly #layers: readonly Layer[];

  constructor(compiled: CompiledPolicies, plan: Plan, prepared: PreparedRequest) {
    this.#compiled = compiled;
    this.#plan = plan;
    this.#prepared = prepared;
    this.#layers = compiled.asked(prepared);
  }

  denying(): Layer | undefined {
    for (const layer of this.#layers) if (this.#some(this.#candidates(layer).denies)) return layer;
    return undefined;
  }

  invalid(): Layer | undefined {
    for (const layer of this.#layers) if (this.#candidates(layer).invalid !== undefined) return layer;
    return undefined;
  }

  allows(layer: Layer): boolean | undefined {
    if (!this.#layers.includes(layer)) return undefined;
    for (const list of this.#candidates(layer).allows) if (!this.#some(list)) return false;
    return true;
  }

  grant(): Grant {
    let grant: Grant = 'none';
    if (!this.#layers.includes('resource')) return grant;
    for (const list of this.#candidates('resource').allows)
      for (const statement of list)
        if (statement.principal !== undefined && applies(statement, this.#prepared))
          grant = stronger(grant, principalMatch(statement.principal, this.#prepared));
    return grant;
  }

  #candidates(layer: Layer) {
    return this.#compiled.candidates(layer, this.#plan, this.#prepared);
  }

  #some(statements: readonly CompiledStatement[]): boolean {
    for (const statement of statements) if (applies(statement, this.#prepared)) return true;
    return false;
  }
}
