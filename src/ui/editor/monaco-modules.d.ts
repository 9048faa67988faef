/** Parts of Monaco that are loaded only to spread its work over several tasks: nothing of theirs is used by name. */
declare module 'monaco-editor/editor/common/model/textModel.js';
declare module 'monaco-editor/editor/browser/view.js';
declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController.js';
declare module 'monaco-editor/editor/browser/widget/codeEditor/codeEditorWidget.js';
