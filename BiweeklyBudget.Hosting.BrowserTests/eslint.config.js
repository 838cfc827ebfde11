// Run from the repository's root (npm run lint does): what is checked lies outside this folder.
import js from '@eslint/js';
import globals from 'globals';

const product = ['BiweeklyBudget.Hosting/wwwroot/bb/js/**/*.js', 'BiweeklyBudget.Hosting/Features/**/*.js'];

export default [
  { ignores: ['**/node_modules/', '**/bin/', '**/obj/', '**/wwwroot/bb/lib/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      'array-callback-return': 'error',
      'consistent-return': 'error',
      curly: 'error',
      'default-case-last': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', 200],
      'no-alert': 'error',
      'no-await-in-loop': 'off',
      'no-console': 'error',
      'no-else-return': 'error',
      'no-eval': 'error',
      'no-extend-native': 'error',
      'no-implicit-coercion': 'error',
      'no-implicit-globals': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-param-reassign': 'error',
      'no-promise-executor-return': 'error',
      'no-self-compare': 'error',
      'no-shadow': 'error',
      'no-throw-literal': 'error',
      'no-unmodified-loop-condition': 'error',
      'no-unused-expressions': 'error',
      'no-unused-vars': 'error',
      'no-use-before-define': ['error', { functions: false, variables: false }],
      'no-useless-return': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-arrow-callback': 'error',
      'prefer-const': 'error',
      'prefer-promise-reject-errors': 'error',
      radix: 'error',
      'require-await': 'error',
    },
  },
  { files: product, languageOptions: { globals: { ...globals.browser, Chart: 'readonly' } } },
  { files: ['BiweeklyBudget.Hosting/wwwroot/bb/worker.js'], languageOptions: { globals: globals.serviceworker } },
  { files: ['BiweeklyBudget.Hosting.BrowserTests/**/*.js', 'BiweeklyBudget.Hosting/Ui/Assets/*.mjs'], languageOptions: { globals: globals.node } },
  {
    files: product,
    ignores: ['**/js/http.js', '**/js/trusted.js'],
    rules: {
      'no-restricted-globals': ['error', ...['fetch', 'XMLHttpRequest', 'DOMParser'].map(name => ({ name, message: 'http.js talks to the server.' }))],
      'no-restricted-properties': ['error', ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map(property => ({ property, message: 'trusted.js makes HTML of what the server sent.' }))],
    },
  },
  {
    // What all pages share knows no feature; site.js puts together what every page has.
    files: ['BiweeklyBudget.Hosting/wwwroot/bb/js/**/*.js'],
    ignores: ['**/js/site.js'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^\\.\\./', message: 'What all pages share knows no feature.' }] }] },
  },
  {
    files: ['BiweeklyBudget.Hosting/Features/**/*.js'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^\\.\\./(?!\\.\\./js/[a-z-]+\\.js$)', message: 'A feature uses its own modules and those that all pages share.' }] }] },
  },
];
