/** Parts of Monaco from the ground up, each a task of its own; `monaco-editor/editor` then finds them ready. */
export const pieces: readonly (() => Promise<unknown>)[] = [
  () => import('monaco-editor/base/browser/dom.js'),
  () => import('monaco-editor/platform/configuration/common/configurationRegistry.js'),
  () => import('monaco-editor/editor/common/config/editorOptions.js'),
  () => import('monaco-editor/editor/common/languages/languageConfigurationRegistry.js'),
  () => import('monaco-editor/editor/common/model/textModel.js'),
  () => import('monaco-editor/editor/common/viewModel/viewModelImpl.js'),
  () => import('monaco-editor/editor/browser/controller/editContext/native/nativeEditContext.js'),
  () => import('monaco-editor/editor/browser/view.js'),
  () => import('monaco-editor/editor/browser/widget/codeEditor/codeEditorWidget.js'),
  () => import('monaco-editor/editor/standalone/browser/standaloneThemeService.js'),
  () => import('monaco-editor/platform/quickinput/browser/quickInputService.js'),
  () => import('monaco-editor/platform/contextview/browser/contextMenuService.js'),
  () => import('monaco-editor/editor/standalone/browser/standaloneServices.js'),
  () => import('monaco-editor/editor/standalone/browser/standaloneCodeEditor.js'),
  () => import('monaco-editor/editor/standalone/browser/standaloneEditor.js'),
];

/** What a policy editor needs of Monaco's features, and no more. */
export const features: readonly (() => Promise<unknown>)[] = [
  () => import('monaco-editor/features/bracketMatching/register'),
  () => import('monaco-editor/features/clipboard/register'),
  () => import('monaco-editor/features/cursorUndo/register'),
  () => import('monaco-editor/features/find/register'),
  () => import('monaco-editor/features/folding/register'),
  () => import('monaco-editor/features/indentation/register'),
  () => import('monaco-editor/features/linesOperations/register'),
  () => import('monaco-editor/features/multicursor/register'),
  () => import('monaco-editor/features/wordHighlighter/register'),
  () => import('monaco-editor/features/wordOperations/register'),
  () => import('monaco-editor/features/contextmenu/register'),
  () => import('monaco-editor/features/hover/register'),
  () => import('monaco-editor/features/gotoError/register'),
  () => import('monaco-editor/features/quickCommand/register'),
  () => import('monaco-editor/features/toggleTabFocusMode/register'),
];
