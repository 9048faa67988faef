import { remembering } from '../text/remember.ts';

/** Placeholders whose value may hold slashes: names of objects, and names with a path before them. */
const withSlashes = /(?:Object|Path|Prefix|Key|Relative|ResourceId|Parameter|Secret|LogGroup|Stream|Alias)/;

/** A part of an ARN format: fixed text, a `*` for any text, or a placeholder for a name. */
export interface ArnFormatPart {
  readonly kind: 'text' | 'any' | 'name';
  /** The text, `*`, or what the placeholder is called. */
  readonly text: string;
  /** True of the last placeholder of an object, or of a name with a path before it: the name may hold slashes. */
  readonly slashes: boolean;
}

/**
 * Takes an ARN format of the Service Authorization Reference apart (`arn:${Partition}:s3:::${BucketName}/${ObjectName}`).
 * A placeholder stands for a name without `:` and `/`, the last one of an object or of a name with a path for any text.
 */
export const arnFormatParts = remembering((format: string): readonly ArnFormatPart[] => {
  const pieces = format.split(/(\$\{[^}]*\}|\*)/);
  return pieces.map((piece, index) => {
    const name = /^\$\{([^}]*)\}$/.exec(piece)?.[1];
    if (name === undefined) return { kind: piece === '*' ? 'any' : 'text', text: piece, slashes: false };
    const last = pieces.slice(index + 1).join('') === '';
    return { kind: 'name', text: name, slashes: last && withSlashes.test(name) };
  });
}, 4_096);
