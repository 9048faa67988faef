import type { ContextMap } from '../request/context.ts';
import { remembering } from '../text/remember.ts';
import {
  compileText,
  formCache,
  formFor,
  hasValues,
  templateOf,
  type FormCache,
  type TextPart,
  type TextTemplate,
} from './variables.ts';
import {
  anyOne,
  anyRun,
  beginsWith,
  colon,
  fieldOne,
  fieldRun,
  questionMark,
  star,
  type Token,
} from './glob-tokens.ts';
import { compileTokens, globSpans, matchesGlob, type Glob, type GlobPart } from './wildcard.ts';

/** One entry of a Resource or NotResource element, prepared. */
export interface ResourcePattern {
  readonly source: string;
  readonly hasVariables: boolean;
  /** `*` alone, which also covers actions that take no resource. */
  readonly everything: boolean;
  /** Fixed text that every matching ARN begins with, whatever the variables hold. */
  readonly head: string;
  /** The pattern itself, where no variable is in it. */
  readonly glob: Glob | undefined;
  readonly template: TextTemplate;
  readonly form: FormCache<Glob>;
}

/**
 * Prepares a Resource entry. A `*` that ends one of the first five ARN fields may run past colons, any other stays
 * in its field. `pad`: an ARN with fewer than six fields is filled up with `*` (identity policies). `variables`:
 * policy variables are replaced, but only after the fifth colon; before it they are literal text.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function compileResource(
  pattern: string,
  { variables, pad }: { readonly variables: boolean; readonly pad: boolean },
): ResourcePattern {
  if (pattern.includes('${')) return compile(pattern, variables, pad);
  return pad ? compilePadded(pattern) : compilePlain(pattern);
}

/** Policies name the same resources again and again: what holds no variable is prepared once. */
const maxPatterns = 2048;
const compilePadded = remembering((pattern: string) => compile(pattern, false, true), maxPatterns);
const compilePlain = remembering((pattern: string) => compile(pattern, false, false), maxPatterns);

function compile(pattern: string, variables: boolean, pad: boolean): ResourcePattern {
  const parts: TextPart[] = [];
  let colons = 0;
  for (const part of compileText(pattern, variables).parts) {
    if (part.kind === 'text') colons += part.text.split(':').length - 1;
    parts.push(
      part.kind === 'text' || colons >= 5
        ? part
        : { kind: 'escaped', source: part.source, text: part.source },
    );
  }
  if (pad && pattern.startsWith('arn:') && colons < 5) {
    parts.push({ kind: 'text', source: '', text: ':*'.repeat(5 - colons) });
  }
  const template = templateOf(parts);
  const hasVariables = template.variables.length > 0;
  const form = formCache(compileResourceGlob);
  return {
    source: pattern,
    hasVariables,
    everything: pattern === '*',
    head: fixedHead(parts),
    glob: hasVariables ? undefined : formFor(template, form, noContext),
    template,
    form,
  };
}

const noContext: ContextMap = new Map<string, never>();

/** Whether the entry covers the resource; an entry with a variable that has no value covers nothing. */
export function matchesResource(pattern: ResourcePattern, resource: string, context: ContextMap): boolean {
  if (pattern.everything) return true;
  if (pattern.glob !== undefined) return matchesGlob(pattern.glob, resource);
  if (!beginsWith(resource, pattern.head, 0)) return false;
  const glob = formFor(pattern.template, pattern.form, context);
  return glob !== undefined && matchesGlob(glob, resource);
}

/** What the wildcards of an entry stand for in a resource that it covers, as offsets; undefined where it does not. */
export function resourceSpans(
  pattern: ResourcePattern,
  resource: string,
  context: ContextMap,
): readonly (readonly [number, number])[] | undefined {
  const glob = formFor(pattern.template, pattern.form, context);
  return glob === undefined ? undefined : globSpans(glob, resource);
}

/** Whether the entry holds a variable without a value or default, and so covers nothing. */
export function lacksVariable({ template }: ResourcePattern, context: ContextMap): boolean {
  return !hasValues(template, context);
}

/** Variables stand only after the fifth colon, so the first five fields are all in text the policy writes. */
function compileResourceGlob(parts: readonly GlobPart[]): Glob {
  const tokens: Token[] = [];
  let source = '';
  let field = 0;
  for (const { text, literal } of parts) {
    source += text;
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (literal) {
        tokens.push(code);
      } else if (code === star) {
        const endsField = place + 1 === text.length || text.charCodeAt(place + 1) === colon;
        tokens.push(field >= 5 || endsField ? anyRun : fieldRun);
      } else if (code === questionMark) {
        tokens.push(field >= 5 ? anyOne : fieldOne);
      } else {
        if (code === colon) field += 1;
        tokens.push(code);
      }
    }
  }
  return compileTokens(source, tokens);
}

function fixedHead(parts: readonly TextPart[]): string {
  const head: string[] = [];
  for (const part of parts) {
    if (part.kind === 'variable') break;
    const first = part.kind === 'text' ? firstWildcard(part.text) : -1;
    head.push(first < 0 ? part.text : part.text.slice(0, first));
    if (first >= 0) break;
  }
  return head.join('');
}

function firstWildcard(text: string): number {
  const run = text.indexOf('*');
  const one = text.indexOf('?');
  return run < 0 || (one >= 0 && one < run) ? one : run;
}
