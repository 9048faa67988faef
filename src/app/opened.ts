import type { Component } from 'svelte';
import type { EditorKind } from '#ui/editor/editor-types.ts';
import type { Page } from './page.svelte.ts';

type AnyProps = Record<string, unknown>;

/** A screen that is here, and what it is given; asked anew whenever something that the props are made of changes. */
export interface Opened {
  readonly Screen: Component<AnyProps>;
  readonly props: () => AnyProps;
}

/** Puts a screen and its props together: what one row of the table of routes says is right for itself. */
export function opened<Props extends AnyProps>(Screen: Component<Props>, props: () => Props): Opened {
  // A screen is only ever given the props it stands beside here.
  return { Screen: Screen as Component<AnyProps>, props };
}

/** The code of a screen, what was kept of it, and the words behind the first screen; loaded at once. */
export async function withDrafts<Module>(
  { services, locale }: Page,
  screen: Promise<Module>,
  name: string,
): Promise<readonly [Module, Readonly<Record<string, string>>]> {
  const drafts = services.ready().then((progress) => progress.drafts(name));
  const [module, kept] = await Promise.all([screen, drafts, locale.loadMore()]);
  return [module, kept];
}

/** What every screen with an editor is given: which kind of editor it is, and how to choose another. */
export function editorOf({ editorKind, chooseEditor }: Page): {
  readonly editorKind: EditorKind;
  readonly oneditorkind: (kind: EditorKind) => void;
} {
  return { editorKind, oneditorkind: chooseEditor };
}
