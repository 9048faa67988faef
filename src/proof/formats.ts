import { anyOne, anyRun, fieldRun, remembering, type Token } from '#iam';
import { arnFormatParts } from '#iam/reference';
import { codes, mayBegin, nameOne, nameRun, type StringSet } from './string-set.ts';

/** An ARN format with its placeholders apart; `account` fills `${Account}`. */
export interface ArnFormat {
  readonly strings: StringSet;
  /** One ARN of the format, such as a person writes. */
  readonly example: string;
  /** Whether some ARN of the format begins with the text. */
  readonly mayBegin: (text: string) => boolean;
}

/**
 * What ARNs an ARN format of the Service Authorization Reference stands for. The partition is `aws`, the account the one
 * given; other placeholders stand for a name without `:` and `/`, the last one of an object or of a name with a path
 * for any text. A format `*` stands for any ARN at all.
 */
export function arnFormat(format: string, account: string): ArnFormat {
  return readFormat(`${account} ${format}`);
}

const readFormat = remembering((both: string): ArnFormat => {
  const place = both.indexOf(' ');
  return formatOf(both.slice(place + 1), both.slice(0, place));
}, 4_096);

function formatOf(format: string, account: string): ArnFormat {
  if (format === '*') {
    const field = [fieldRun, ...codes(':')];
    const tokens = [...codes('arn:aws:'), ...field, ...field, ...field, anyRun];
    return made(tokens, 'arn:aws:s3:::x417');
  }
  const tokens: number[] = [];
  let example = '';
  for (const { kind, text, slashes } of arnFormatParts(format)) {
    if (kind === 'any') {
      tokens.push(anyRun);
      example += 'x417';
    } else if (kind === 'text' || text === 'Account' || text === 'Partition') {
      const fixed = kind === 'text' ? text : text === 'Account' ? account : 'aws';
      tokens.push(...codes(fixed));
      example += fixed;
    } else {
      if (slashes) tokens.push(anyOne, anyRun);
      else tokens.push(nameOne, nameRun);
      example += text === 'Region' ? 'us-east-1' : 'x417';
    }
  }
  return made(tokens, example);
}

/** More beginnings than the patterns of a comparison have. */
const maxBeginnings = 256;

function made(tokens: readonly Token[], example: string): ArnFormat {
  const strings = { tokens, folded: false };
  return { strings, example, mayBegin: remembering((text) => mayBegin(strings, text), maxBeginnings) };
}
