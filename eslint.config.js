import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { panels, pureRooms, rooms } from './rooms.js';
import svelteConfig from './svelte.config.js';

const names = Object.keys(rooms);

/** What is behind a door of a room, reached around it. */
const besideTheDoors =
  '^#(?:iam/(?!(?:lint|language|reference)$)|storage/(?!kept$)|(?:account|proof|scenario)/)';

/** What a room's files may not import, with more patterns for some of them. */
function imports(files, room, more = []) {
  const below = rooms[room];
  // Panels name each other by #panels where a group has the name of a room (panels/account).
  const named = room === 'panels' ? [...below, room] : below;
  return {
    files: files.map((folder) => `${folder}/**/*.{ts,svelte}`),
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: named.length === 0 ? '^#' : `^#(?!(?:${named.join('|')})(?:/|$))`,
              message: `${room} may import only: ${below.join(', ') || 'no room'}`,
            },
            {
              regex: besideTheDoors,
              message:
                'the doors are #iam, #iam/{lint,language,reference}, #storage/kept, and of other rooms #room',
            },
            {
              regex: `^\\.\\./(?:.*\\.\\./)?(?:${names.join('|')})(?:/|$)`,
              message: 'cross into a room only by #room',
            },
            ...(pureRooms.includes(room)
              ? [{ regex: '^(?:svelte|dexie|monaco-editor|virtual:|node:)', message: `${room} is pure` }]
              : []),
            ...(room === 'scenario' ? [] : [{ regex: '^xstate', message: 'machines live in scenario/' }]),
            ...more,
          ],
        },
      ],
    },
  };
}

/** The arrows of the house: a room imports only the rooms below it, and only through their doors. */
const roomRules = names.map((room) => imports([`src/${room}`], room));

/** Screens know nothing of each other: what two of them share is a panel, or stands below. */
const screenRules = readdirSync('src/screens').map((screen, _, screens) =>
  imports([`src/screens/${screen}`], 'screens', [
    {
      regex: `^(?:\\.\\./)+(?:${screens.filter((other) => other !== screen).join('|')})/`,
      message: 'what two screens share is a panel',
    },
  ]),
);

/** A group of panels imports only groups that stand before it in the table. */
const panelRules = panels.slice(0, -1).map((group, index) =>
  imports([`src/panels/${group}`], 'panels', [
    {
      regex: `^(?:(?:\\.\\./)+|#panels/)(?:${panels.slice(index + 1).join('|')})/`,
      message: `panels/${group} may import only: ${panels.slice(0, index).join(', ') || 'no other panels'}`,
    },
  ]),
);

const pure = {
  files: pureRooms.map((room) => `src/${room}/**/*.ts`),
  rules: {
    'no-restricted-globals': [
      'error',
      ...['window', 'document', 'fetch', 'localStorage', 'indexedDB', 'setTimeout', 'setInterval'],
      ...['crypto', 'performance', 'globalThis', 'self', 'process', 'navigator'],
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random' },
      { object: 'Date', property: 'now' },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: 'ClassDeclaration', message: 'no classes in the core' },
      { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'no clock in the core' },
      { selector: 'CallExpression[callee.name="Date"]', message: 'no clock in the core' },
      { selector: 'NewExpression[callee.name="RegExp"]', message: 'no RegExp built from data' },
    ],
  },
};

export default ts.config(
  { ignores: ['dist', 'coverage', 'playwright-report', 'test-results', '/reports'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node, __APP_VERSION__: 'readonly' },
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js'] },
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.svelte'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'], 'svelte-eslint-parser': ['.svelte'] },
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.json' })],
    },
    rules: {
      'import-x/no-unresolved': ['error', { ignore: ['^virtual:'] }],
      'import-x/no-default-export': 'off',
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      'no-eval': 'error',
      'no-implied-eval': 'off',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      'svelte/require-each-key': 'error',
      'svelte/no-inspect': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
    },
  },
  { files: ['src/**/*.ts'], rules: { 'max-lines': ['error', 300] } },
  { files: ['src/**/*.svelte'], rules: { 'max-lines': ['error', 250] } },
  // Message catalogues are data: one key a line.
  { files: ['src/ui/i18n/{en,es}/*.ts'], rules: { 'max-lines': 'off' } },
  // Made out of AWS's service models, whose expressions escape more than JavaScript needs.
  {
    files: ['src/account/models/patterns.ts'],
    rules: { 'no-useless-escape': 'off', 'no-control-regex': 'off' },
  },
  pure,
  ...roomRules,
  ...screenRules,
  ...panelRules,
  {
    files: ['tests/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-imports': ['error', { patterns: [{ regex: besideTheDoors }] }],
    },
  },
  { files: ['**/*.js'], ...ts.configs.disableTypeChecked },
);
