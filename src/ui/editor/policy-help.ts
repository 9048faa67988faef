import type * as Monaco from 'monaco-editor/editor';
import type { EditorChoice, EditorHelp } from './editor-types.ts';
import { policyLanguage } from './policy-language.ts';

type Api = typeof Monaco;
type Model = Monaco.editor.ITextModel;

/** Whose help a text is written with: Monaco asks for a language, and every editor of the page has its own. */
const helps = new WeakMap<Model, () => EditorHelp | undefined>();

/** Lets a text's editor be helped. */
export function helpModel(model: Model, help: () => EditorHelp | undefined): void {
  helps.set(model, help);
}

/** Teaches Monaco to ask the page what may stand at the caret, what a word means, of what a condition is made and how an issue is mended; once. */
export function registerPolicyHelp(monaco: Api): void {
  const { languages } = monaco;
  languages.registerCompletionItemProvider(policyLanguage, {
    triggerCharacters: ['"', ':', '{'],
    provideCompletionItems: async (model, position) => {
      const found = await helps.get(model)?.()?.complete(model.getValue(), model.getOffsetAt(position));
      if (found === undefined) return { suggestions: [] };
      const range = rangeOf(monaco, model, found.start, found.end);
      // What is typed is filtered by Monaco: it sees the quote too.
      const quoted = model.getValue().charAt(found.start) === '"';
      return {
        suggestions: found.choices.map((choice, index) => ({
          label: { label: choice.label, description: choice.detail },
          kind: kindOf(monaco, choice),
          insertText: snippet(choice),
          insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet,
          filterText: quoted ? `"${choice.label}` : choice.label,
          sortText: String(index).padStart(4, '0'),
          range,
          ...(choice.again && { command: { id: 'editor.action.triggerSuggest', title: '' } }),
        })),
      };
    },
  });
  languages.registerHoverProvider(policyLanguage, {
    provideHover: async (model, position) => {
      const found = await helps.get(model)?.()?.explain(model.getValue(), model.getOffsetAt(position));
      if (found === undefined) return null;
      return {
        range: rangeOf(monaco, model, found.start, found.end),
        contents: found.lines.map((value) => ({ value })),
      };
    },
  });
  languages.registerSignatureHelpProvider(policyLanguage, {
    signatureHelpTriggerCharacters: ['"', '{', ':', ','],
    signatureHelpRetriggerCharacters: ['}', ']'],
    provideSignatureHelp: async (model, position) => {
      const found = await helps.get(model)?.()?.signature(model.getValue(), model.getOffsetAt(position));
      if (found === undefined) return null;
      const documentation = { value: found.lines.join('\n\n') };
      return {
        value: {
          signatures: [{ label: found.label, documentation, parameters: [{ label: [...found.part] }] }],
          activeSignature: 0,
          activeParameter: 0,
        },
        dispose: () => undefined,
      };
    },
  });
  languages.registerCodeActionProvider(policyLanguage, {
    provideCodeActions: (model, range) => {
      const fixes = helps.get(model)?.()?.fixes() ?? [];
      const actions = fixes
        .filter(
          ({ startLine, endLine }) => startLine <= range.endLineNumber && endLine >= range.startLineNumber,
        )
        .map(({ title, edits }) => ({
          title,
          kind: 'quickfix',
          edit: {
            edits: edits.map(({ start, end, text }) => ({
              resource: model.uri,
              versionId: undefined,
              textEdit: { range: rangeOf(monaco, model, start, end), text },
            })),
          },
        }));
      return { actions, dispose: () => undefined };
    },
  });
}

function rangeOf({ Range }: Api, model: Model, start: number, end: number): Monaco.Range {
  return Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

/** A text as a snippet whose caret stands where the choice wants it. */
function snippet({ insert, caret }: EditorChoice): string {
  const [before, after] = [insert.slice(0, caret), insert.slice(caret)].map((part) =>
    part.replaceAll(/[\\$}]/g, String.raw`\$&`),
  );
  return `${before}$0${after}`;
}

function kindOf(
  { languages: { CompletionItemKind } }: Api,
  { kind }: EditorChoice,
): Monaco.languages.CompletionItemKind {
  switch (kind) {
    case 'element':
      return CompletionItemKind.Property;
    case 'service':
      return CompletionItemKind.Module;
    case 'action':
      return CompletionItemKind.Method;
    case 'operator':
      return CompletionItemKind.Operator;
    case 'key':
      return CompletionItemKind.Field;
    case 'variable':
      return CompletionItemKind.Variable;
    case 'resource':
      return CompletionItemKind.Reference;
    case 'principal':
      return CompletionItemKind.User;
    default:
      return CompletionItemKind.Value;
  }
}
