import type { Flip } from '#proof';

/** The message of a flip and what to fill in; `gate` names the layer it touches, where it touches one. */
export interface FlipWords {
  readonly message: string;
  readonly values: Readonly<Record<string, string>>;
  readonly gate?: string;
}

/** The words for one change that would turn a decision; statements and documents are counted from one. */
export function flipWords(flip: Flip): FlipWords {
  switch (flip.change) {
    case 'context':
    case 'principalTag': {
      const tag = flip.change === 'principalTag';
      const key = tag ? flip.key.slice('aws:PrincipalTag/'.length) : flip.key;
      if (flip.value === null) return { message: `why.flip.${flip.change}Absent`, values: { key } };
      return { message: `why.flip.${flip.change}`, values: { key, value: [flip.value].flat().join(', ') } };
    }
    case 'resource':
      return { message: 'why.flip.resource', values: { resource: flip.resource } };
    case 'removeStatement': {
      const values = { statement: String(flip.index + 1), document: String(flip.policyIndex + 1) };
      return { message: 'why.flip.removeStatement', values, gate: flip.layer };
    }
    case 'addStatement': {
      const { Action, Resource } = flip.statement;
      const values = { action: text(Action), resource: text(Resource) };
      return { message: 'why.flip.addStatement', values, gate: flip.layer };
    }
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '*';
}
