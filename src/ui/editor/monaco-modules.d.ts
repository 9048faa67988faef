/** Parts of Monaco that are loaded only to spread its work over many tasks: nothing of theirs is used by name. */
declare module 'monaco-editor/base/browser/dom.js';
declare module 'monaco-editor/platform/configuration/common/configurationRegistry.js';
declare module 'monaco-editor/editor/common/config/editorOptions.js';
declare module 'monaco-editor/editor/common/languages/languageConfigurationRegistry.js';
declare module 'monaco-editor/editor/common/model/textModel.js';
declare module 'monaco-editor/editor/common/viewModel/viewModelImpl.js';
declare module 'monaco-editor/editor/browser/controller/editContext/native/nativeEditContext.js';
declare module 'monaco-editor/editor/browser/view.js';
declare module 'monaco-editor/editor/browser/widget/codeEditor/codeEditorWidget.js';
declare module 'monaco-editor/editor/standalone/browser/standaloneThemeService.js';
declare module 'monaco-editor/platform/quickinput/browser/quickInputService.js';
declare module 'monaco-editor/platform/contextview/browser/contextMenuService.js';
declare module 'monaco-editor/editor/standalone/browser/standaloneServices.js';
declare module 'monaco-editor/editor/standalone/browser/standaloneCodeEditor.js';
declare module 'monaco-editor/editor/standalone/browser/standaloneEditor.js';
