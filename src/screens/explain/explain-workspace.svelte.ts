import {
  type AccessRequest,
  authorizer,
  type ContextChanges,
  type Evaluation,
  type Layer,
  parsePolicy,
  type PolicyDocument,
  type PolicySet,
  type PolicyType,
  redactAwsKeys,
  type RequestContext,
  type StatementResult,
  withChanges,
  withOrigin,
} from '#iam';
import type { FoundPolicy } from '#iam/language';
import { flips, type Flip } from '#proof';
import { statementAt } from '#panels/trace/statements/statement-words.ts';
import { contextToggles, withContextValue } from '#proof';
import { withText, type PolicyBuffer } from '#panels/policy/writing/policy-buffer.ts';
import { statementMarks, type Mark } from '#panels/trace/statements/statement-marks.ts';
import type { PolicySlot, ExplainQuestion } from '#proof';

/** One policy of a question as a text on the workspace. */
export interface SlotBuffer extends PolicyBuffer {
  readonly layer: Layer;
  readonly level: number;
}

/** One line of the request's context; several values are separated by commas. */
export interface ContextRow {
  readonly id: number;
  readonly key: string;
  readonly value: string;
}

export type RequestField = 'principal' | 'action' | 'resource' | 'resourceAccount';

/** What the explainer decides: a request and policies, all of it typed by the learner. Everything shown follows from it. */
export class ExplainWorkspace {
  #fields: Readonly<Record<RequestField, string>> = $state.raw({
    principal: '',
    action: '',
    resource: '',
    resourceAccount: '',
  });
  #principalRole: string | undefined = $state();
  #rows: readonly ContextRow[] = $state.raw([]);
  #slots: readonly SlotBuffer[] = $state.raw([]);
  #active = $state('');
  #caret: number | undefined = $state();
  #changes: ContextChanges = $state.raw({});
  #reveal: { startLine: number; endLine: number; nonce: number } | undefined = $state.raw();
  #next = 0;
  keyRemoved = $state(false);

  constructor(question: ExplainQuestion) {
    this.load(question);
  }

  readonly load = ({ request, policies }: ExplainQuestion): void => {
    const { principal, action, resource, resourceAccount = '', principalRole, context = {} } = request;
    this.#fields = { principal, action, resource, resourceAccount };
    this.#principalRole = principalRole;
    this.#rows = Object.entries(context).map(([key, value]) => ({
      id: this.#next++,
      key,
      value: typeof value === 'string' ? value : value.join(', '),
    }));
    this.#slots = policies.map((slot) => this.#open(slot));
    this.#active = this.#slots[0]?.id ?? '';
    this.#changes = {};
    this.#caret = undefined;
  };

  #open({ layer, text, level = 0 }: Omit<PolicySlot, 'id'>): SlotBuffer {
    const number = this.#next++;
    const type = typeOf(layer, this.#fields.resource);
    const parsed = parsePolicy(text, type);
    return {
      id: `policy-${number}`,
      name: String(this.#slots.filter((slot) => slot.layer === layer).length + 1),
      type,
      layer,
      level,
      editable: true,
      text,
      parsed,
      ...(parsed.document !== undefined && { document: parsed.document }),
      stale: parsed.document === undefined,
    };
  }

  get fields(): Readonly<Record<RequestField, string>> {
    return this.#fields;
  }
  get rows(): readonly ContextRow[] {
    return this.#rows;
  }
  get slots(): readonly SlotBuffer[] {
    return this.#slots;
  }
  get reveal(): { startLine: number; endLine: number; nonce: number } | undefined {
    return this.#reveal;
  }

  readonly slot: SlotBuffer | undefined = $derived(this.#slots.find(({ id }) => id === this.#active));
  readonly request: AccessRequest = $derived(requestOf(this.#fields, this.#principalRole, this.#rows));
  readonly #authorizer = $derived(authorizer(policySet(this.#slots)));
  readonly base: Evaluation = $derived(this.#authorizer.evaluate(this.request));
  readonly changed: boolean = $derived(Object.keys(this.#changes).length > 0);
  readonly evaluation: Evaluation = $derived(
    this.changed ? this.#authorizer.evaluate(withChanges(this.request, this.#changes)) : this.base,
  );
  readonly toggles = $derived(contextToggles(this.request, this.#changes, this.#authorizer.evaluate));
  readonly stale: boolean = $derived(this.#slots.some(({ stale }) => stale));
  readonly statement: string | undefined = $derived(statementAt(this.evaluation, this.#active, this.#caret));
  readonly marks: readonly Mark[] = $derived(
    this.slot?.stale === true ? [] : statementMarks(this.evaluation, this.#active, false, this.statement),
  );

  /** Single changes that would turn the answer shown now. */
  readonly flips = (): readonly Flip[] =>
    flips(withChanges(this.request, this.#changes), policySet(this.#slots));

  /** The question as it stands, ready to be packed into a link or kept as a draft. */
  readonly question = (): ExplainQuestion => ({
    request: this.request,
    policies: this.#slots.map(({ id, layer, text, level }) => ({ id, layer, text, level })),
  });

  readonly setField = (field: RequestField, value: string): void => {
    const clean = value.trim();
    this.#fields = { ...this.#fields, [field]: clean };
    if (field === 'principal') this.#principalRole = undefined;
    if (field === 'resource')
      this.#slots = this.#slots.map((slot) => {
        const type = typeOf(slot.layer, clean);
        return type === slot.type ? slot : { ...this.#open(slot), id: slot.id, name: slot.name };
      });
  };

  readonly addRow = (): void => {
    this.#rows = [...this.#rows, { id: this.#next++, key: '', value: '' }];
  };
  readonly setRow = (id: number, change: Partial<ContextRow>): void => {
    this.#rows = this.#rows.map((row) => (row.id === id ? { ...row, ...change } : row));
  };
  readonly removeRow = (id: number): void => {
    this.#rows = this.#rows.filter((row) => row.id !== id);
  };

  readonly edit = (typed: string, replacement: string): void => {
    const slot = this.slot;
    if (slot === undefined) return;
    const text = redactAwsKeys(typed, replacement);
    if (text !== typed) this.keyRemoved = true;
    this.#replace({ ...slot, ...withText(slot, text) });
  };
  readonly add = (layer: Layer, text: string): void => {
    const slot = this.#open({ layer, text });
    this.#slots = [...this.#slots, slot];
    this.open(slot.id);
  };
  /** Takes over policies that somebody brought along; a trust policy stands on its role, which is asked about then. */
  readonly bring = (policies: readonly FoundPolicy[], replace: boolean): void => {
    if (replace) this.#slots = [];
    const role = policies.find(({ type }) => type === 'trust');
    if (role !== undefined) {
      this.setField('resource', role.resource ?? 'arn:aws:iam::111122223333:role/Role');
      this.setField('action', 'sts:AssumeRole');
    }
    for (const { type, text } of policies) this.add(type === 'trust' ? 'resource' : type, text);
  };
  readonly remove = (): void => {
    this.#slots = this.#slots.filter(({ id }) => id !== this.#active);
    this.open(this.#slots[0]?.id ?? '');
  };
  readonly setLevel = (level: number): void => {
    if (this.slot !== undefined) this.#replace({ ...this.slot, level });
  };
  readonly open = (id: string): void => {
    this.#active = id;
    this.#caret = undefined;
  };
  readonly moveCaret = (offset: number): void => {
    this.#caret = offset;
  };
  readonly whatIf = (key: string, value: ContextChanges[string]): void => {
    this.#changes = withContextValue(this.#changes, key, value);
  };
  readonly forgetWhatIf = (): void => {
    this.#changes = {};
  };
  readonly showLines = (startLine: number, endLine: number): void => {
    this.#reveal = { startLine, endLine, nonce: (this.#reveal?.nonce ?? 0) + 1 };
  };
  readonly show = ({ source: { policyId, range } }: StatementResult): void => {
    if (policyId === undefined || range === undefined) return;
    this.#active = policyId;
    this.#caret = range.start;
    this.showLines(range.startLine, range.endLine);
  };

  #replace(slot: SlotBuffer): void {
    this.#slots = this.#slots.map((other) => (other.id === slot.id ? slot : other));
  }
}

/** A policy on a role is a trust policy: it has its own grammar. */
function typeOf(layer: Layer, resource: string): PolicyType {
  return layer === 'resource' && resource.includes(':role/') ? 'trust' : layer;
}

function requestOf(
  { principal, action, resource, resourceAccount }: Readonly<Record<RequestField, string>>,
  principalRole: string | undefined,
  rows: readonly ContextRow[],
): AccessRequest {
  const context: RequestContext = Object.fromEntries(
    rows
      .filter(({ key }) => key.trim() !== '' && key.trim() !== '__proto__')
      .map(({ key, value }) => {
        const values = value.split(',').map((one) => one.trim());
        return [key.trim(), values.length === 1 ? (values[0] ?? '') : values] as const;
      }),
  );
  return {
    ...{ principal, action, resource, context },
    ...(principalRole !== undefined && { principalRole }),
    ...(/^\d{12}$/.test(resourceAccount) && { resourceAccount }),
  };
}

/** The policies as IAM applies them; a slot that was never a policy is left out. */
function policySet(slots: readonly SlotBuffer[]): PolicySet {
  const named = (layer: Layer): readonly { readonly level: number; readonly document: PolicyDocument }[] =>
    slots
      .filter((slot) => slot.layer === layer)
      .flatMap(({ id, level, document }) =>
        document === undefined ? [] : [{ level, document: withOrigin(document, { id }) }],
      );
  const documents = (layer: Layer) => named(layer).map(({ document }) => document);
  const levels = (layer: Layer) => {
    const found = named(layer);
    const numbers = [...new Set(found.map(({ level }) => level))].toSorted((left, right) => left - right);
    return numbers.length === 0
      ? null
      : numbers.map((number) =>
          found.filter(({ level }) => level === number).map(({ document }) => document),
        );
  };
  const [boundary] = documents('boundary');
  const [resource] = documents('resource');
  const [vpcEndpoint] = documents('vpcEndpoint');
  const session = documents('session');
  return {
    identity: documents('identity'),
    ...(boundary !== undefined && { boundary }),
    session: session.length === 0 ? null : session,
    ...(resource !== undefined && { resource }),
    scps: levels('scp'),
    rcps: levels('rcp'),
    ...(vpcEndpoint !== undefined && { vpcEndpoint }),
  };
}
