import { memberOf } from '../json/node.ts';
import { itemsOf, viewPolicy } from '../lint/view.ts';
import { parseJson } from '../json/parse.ts';
import type { PolicyType } from '../policy/document.ts';
import type { JsonNode } from '../json/json.ts';
import { caretAt, type Caret } from './caret.ts';

/** What a policy takes at a place. */
type Slot =
  | { readonly kind: 'topElement' }
  | { readonly kind: 'statementElement' }
  | { readonly kind: 'version' }
  | { readonly kind: 'effect' }
  | { readonly kind: 'action' }
  | { readonly kind: 'resource' }
  | { readonly kind: 'principalKind' }
  | { readonly kind: 'principal'; readonly of: string }
  | { readonly kind: 'operator' }
  | { readonly kind: 'conditionKey'; readonly operator: string }
  | { readonly kind: 'conditionValue'; readonly operator: string; readonly key: string };

/** A caret with what belongs there, and the statement it stands in. */
export interface Place {
  readonly caret: Caret;
  readonly slot: Slot;
  /** The entries of the Action or NotAction element of the statement around it, as far as they can be read. */
  readonly actions: readonly string[];
  /** Names that the object around it has already, or values that the list has; without the one it stands in. */
  readonly taken: readonly string[];
}

/** What belongs where an offset stands; undefined where a policy takes nothing that could be offered. */
export function placeAt(text: string, offset: number, type: PolicyType): Place | undefined {
  const caret = caretAt(text, offset);
  const slot = caret && slotOf(caret);
  if (slot === undefined || caret === undefined) return undefined;
  const { node } = parseJson(text);
  const policy = node && viewPolicy(node, type);
  const statement = policy?.statements.find(
    ({ node: { range } }) => range !== undefined && range.start < offset && offset <= range.end,
  );
  const owner = slot.kind === 'topElement' ? node : statement?.node;
  const around = caret.path
    .slice(slot.kind === 'topElement' ? 0 : 1)
    .reduce((found, name) => found && memberOf(found, name), owner);
  const taken = around === undefined ? [] : namesIn(around).filter((name) => name !== caret.token);
  return { caret, slot, actions: statement?.actions.map((entry) => entry.text) ?? [], taken };
}

/** The names of an object's members, or the texts of a list. */
function namesIn(node: JsonNode): readonly string[] {
  if (node.kind === 'object') return node.members.map(({ key }) => key);
  return itemsOf(node).flatMap((item) => (item.kind === 'leaf' ? [String(item.value)] : []));
}

function slotOf({ path, role }: Caret): Slot | undefined {
  const [first, element, inner, key] = path;
  if (first === undefined) return role === 'name' ? { kind: 'topElement' } : undefined;
  if (first === 'Version' && element === undefined) return { kind: 'version' };
  if (first !== 'Statement') return undefined;
  if (element === undefined) return role === 'name' ? { kind: 'statementElement' } : undefined;
  return role === 'name' ? nameSlot(element, inner, key) : valueSlot(element, inner, key);
}

function nameSlot(element: string, inner: string | undefined, key: string | undefined): Slot | undefined {
  if (isPrincipal(element) && inner === undefined) return { kind: 'principalKind' };
  if (element !== 'Condition' || key !== undefined) return undefined;
  return inner === undefined ? { kind: 'operator' } : { kind: 'conditionKey', operator: inner };
}

function valueSlot(element: string, inner: string | undefined, key: string | undefined): Slot | undefined {
  if (isPrincipal(element)) return { kind: 'principal', of: inner ?? '*' };
  if (element === 'Condition')
    return inner === undefined || key === undefined
      ? undefined
      : { kind: 'conditionValue', operator: inner, key };
  if (inner !== undefined) return undefined;
  switch (element) {
    case 'Effect':
      return { kind: 'effect' };
    case 'Action':
    case 'NotAction':
      return { kind: 'action' };
    case 'Resource':
    case 'NotResource':
      return { kind: 'resource' };
    default:
      return undefined;
  }
}

function isPrincipal(element: string): boolean {
  return element === 'Principal' || element === 'NotPrincipal';
}
