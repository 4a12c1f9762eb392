// @ts-check
const noVscode = {
  name: 'vscode',
  message: 'vscode belongs to extension.ts, host/ and webview/panel.ts.',
};

/**
 * @param {string} message
 * @param {string[]} group
 */
const only = (message, group) => ({ group, message });

/**
 * A star stands for no slash: what is below a name has a pattern of its own.
 * @param {(ReturnType<typeof only> & { allowTypeImports?: boolean })[]} patterns
 * @returns {import('oxlint').DummyRuleMap}
 */
const restrict = (...patterns) => ({
  'no-restricted-imports': ['error', { paths: [noVscode], patterns }],
});

const PURE = only('metrics/ is pure: it imports only itself and named pure libraries.', [
  'node:*',
  'node:*/**',
  '**/data/**',
  '**/engine/**',
  '**/host/**',
  '**/webview/**',
]);
const AGENTS = only('agents/ answers agents: no vscode, no page, no terminal.', [
  '**/host/**',
  '**/terminal/**',
  '**/client/**',
]);
const NO_PAGE = only('Host code never imports the page.', ['**/client/**']);

const LEVELS_AND_FLAGS = [
  'micro',
  'meso',
  'macro',
  'flags',
  'quality',
  'map',
  'compare',
  'select',
  'experiments',
];

/** @param {string[]} open */
const allBut = (...open) => LEVELS_AND_FLAGS.filter((room) => !open.includes(room));

/** Room of metrics/ → rooms that it may not import. */
const CLOSED = {
  micro: allBut('micro'),
  meso: allBut('meso'),
  macro: allBut('macro'),
  flags: allBut('flags'),
  quality: allBut('quality'),
  map: allBut('map', 'experiments'),
  experiments: [...allBut('experiments'), 'text', 'embed'],
  stats: [...LEVELS_AND_FLAGS, 'text', 'embed'],
  text: [...LEVELS_AND_FLAGS, 'embed'],
  embed: LEVELS_AND_FLAGS,
};

/** @type {import('oxlint').OxlintConfig} */
export default {
  plugins: ['typescript'],
  // Every rule is named below.
  categories: { correctness: 'off' },
  options: { typeAware: true, reportUnusedDisableDirectives: 'error', maxWarnings: 0 },
  ignorePatterns: [
    'dist',
    'dist-test',
    'test-host*',
    'shots',
    '.vscode-test',
    'src/metrics/embed/kernels',
    '**/*.d.ts',
  ],
  overrides: [
    {
      files: ['**/*.ts'],
      rules: {
        'no-var': 'error',
        'prefer-const': 'error',
        'prefer-rest-params': 'error',
        'prefer-spread': 'error',
        'typescript/await-thenable': 'error',
        'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
        'no-array-constructor': 'error',
        'typescript/no-array-delete': 'error',
        'typescript/no-base-to-string': 'error',
        'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
        'typescript/no-deprecated': 'error',
        'typescript/no-duplicate-enum-values': 'error',
        'typescript/no-duplicate-type-constituents': 'error',
        'typescript/no-dynamic-delete': 'error',
        'typescript/no-empty-object-type': 'error',
        'typescript/no-explicit-any': 'error',
        'typescript/no-extra-non-null-assertion': 'error',
        'typescript/no-extraneous-class': 'error',
        'typescript/no-floating-promises': 'error',
        'typescript/no-for-in-array': 'error',
        'typescript/no-generated-empty-object-type': 'error',
        'typescript/no-implied-eval': 'error',
        'typescript/no-invalid-void-type': 'error',
        'typescript/no-meaningless-void-operator': 'error',
        'typescript/no-misused-new': 'error',
        'typescript/no-misused-promises': 'error',
        'typescript/no-misused-spread': 'error',
        'typescript/no-mixed-enums': 'error',
        'typescript/no-namespace': 'error',
        'typescript/no-non-null-asserted-nullish-coalescing': 'error',
        'typescript/no-non-null-asserted-optional-chain': 'error',
        'typescript/no-non-null-assertion': 'error',
        'typescript/no-redundant-type-constituents': 'error',
        'typescript/no-require-imports': 'error',
        'typescript/no-this-alias': 'error',
        'typescript/no-unnecessary-boolean-literal-compare': 'error',
        'typescript/no-unnecessary-condition': 'error',
        'typescript/no-unnecessary-template-expression': 'error',
        'typescript/no-unnecessary-type-arguments': 'error',
        'typescript/no-unnecessary-type-assertion': 'error',
        'typescript/no-unnecessary-type-constraint': 'error',
        'typescript/no-unnecessary-type-conversion': 'error',
        'typescript/no-unnecessary-type-parameters': 'error',
        'typescript/no-unsafe-argument': 'error',
        'typescript/no-unsafe-assignment': 'error',
        'typescript/no-unsafe-call': 'error',
        'typescript/no-unsafe-declaration-merging': 'error',
        'typescript/no-unsafe-enum-assignment': 'error',
        'typescript/no-unsafe-enum-comparison': 'error',
        'typescript/no-unsafe-function-type': 'error',
        'typescript/no-unsafe-member-access': 'error',
        'typescript/no-unsafe-return': 'error',
        'typescript/no-unsafe-unary-minus': 'error',
        'no-unused-expressions': 'error',
        // Patterns that fit no name: by default, names that begin with _ may go unused.
        'no-unused-vars': ['error', { varsIgnorePattern: '^$', argsIgnorePattern: '^$' }],
        'no-useless-constructor': 'error',
        'typescript/no-useless-default-assignment': 'error',
        'typescript/no-wrapper-object-types': 'error',
        'typescript/only-throw-error': 'error',
        'typescript/prefer-as-const': 'error',
        'typescript/prefer-literal-enum-member': 'error',
        'typescript/prefer-namespace-keyword': 'error',
        'typescript/prefer-promise-reject-errors': 'error',
        'typescript/prefer-reduce-type-parameter': 'error',
        'typescript/prefer-return-this-type': 'error',
        'typescript/related-getter-setter-pairs': 'error',
        'typescript/require-await': 'error',
        'typescript/restrict-plus-operands': [
          'error',
          {
            allowAny: false,
            allowBoolean: false,
            allowNullish: false,
            allowNumberAndString: false,
            allowRegExp: false,
          },
        ],
        'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
        'typescript/return-await': ['error', 'error-handling-correctness-only'],
        'typescript/triple-slash-reference': 'error',
        'typescript/unbound-method': 'error',
        'typescript/unified-signatures': 'error',
        'typescript/use-unknown-in-catch-callback-variable': 'error',
        'typescript/switch-exhaustiveness-check': [
          'error',
          { considerDefaultExhaustiveForUnions: true },
        ],
        'typescript/consistent-type-imports': 'error',
        'max-lines': ['error', { max: 300, skipComments: true, skipBlankLines: true }],
        eqeqeq: 'error',
      },
    },
    {
      files: ['src/**/*.ts'],
      excludeFiles: ['src/extension.ts', 'src/host/**', 'src/webview/panel.ts', 'src/metrics/**'],
      rules: restrict(),
    },
    {
      // Hot loops index typed arrays with numbers that are in range by construction.
      files: [
        'src/metrics/**/*.ts',
        'src/data/**/*.ts',
        'src/engine/**/*.ts',
        'test/**/*.ts',
        'bench/**/*.ts',
      ],
      rules: { 'typescript/no-non-null-assertion': 'off' },
    },
    {
      files: ['src/metrics/**/*.ts'],
      rules: {
        ...restrict(PURE),
        'no-restricted-globals': [
          'error',
          'process',
          'Buffer',
          'performance',
          'setTimeout',
          'document',
          'window',
        ],
        'no-restricted-properties': [
          'error',
          { object: 'Math', property: 'random', message: 'Pass a seeded generator.' },
          { object: 'Date', property: 'now', message: 'metrics/ has no clock.' },
        ],
      },
    },
    ...Object.entries(CLOSED).map(([room, closed]) => ({
      files: [`src/metrics/${room}/**/*.ts`],
      rules: restrict(
        PURE,
        only(
          'Inside metrics/: stats, text, embed → levels and flags → compare, select. Never upwards.',
          closed.map((r) => `**/${r}/**`),
        ),
      ),
    })),
    {
      files: ['src/data/**/*.ts'],
      rules: restrict(
        only('data/ may use metrics/ and Node only.', [
          '**/engine/**',
          '**/host/**',
          '**/webview/**',
        ]),
      ),
    },
    {
      files: ['src/engine/**/*.ts'],
      rules: restrict(
        only('engine/ may use data/, metrics/ and Node only.', ['**/host/**', '**/webview/**']),
      ),
    },
    {
      files: ['src/glossary/**/*.ts'],
      rules: restrict(
        only('glossary/ holds words: it imports only itself and types of metrics/.', [
          'node:*',
          'node:*/**',
          '**/data/**',
          '**/engine/**',
          '**/host/**',
          '**/terminal/**',
          '**/webview/**',
        ]),
      ),
    },
    {
      files: ['src/check/**/*.ts'],
      rules: restrict(
        only('check/ holds a report to limits: no Node, no vscode, no page, no terminal.', [
          'node:*',
          'node:*/**',
          '**/host/**',
          '**/terminal/**',
          '**/client/**',
        ]),
      ),
    },
    {
      files: ['src/agents/mcp/*.ts'],
      rules: restrict(AGENTS),
    },
    {
      files: ['src/agents/*.ts'],
      rules: restrict(AGENTS, {
        group: ['./resultSchemas.ts'],
        allowTypeImports: true,
        message: 'The schemas belong to the bundle of mcp/; everything else has their types.',
      }),
    },
    {
      files: ['src/document/**/*.ts'],
      rules: restrict(
        only('document/ writes what the view model says: no vscode, no page, no terminal.', [
          '**/host/**',
          '**/terminal/**',
          '**/client/**',
        ]),
      ),
    },
    {
      files: ['src/webview/client/**/*.ts'],
      rules: restrict(
        only('The page imports only itself, its libraries and the protocols.', [
          'node:*',
          'node:*/**',
          '**/host/**',
          '**/engine/**',
          '**/data/**',
          '**/metrics/**',
          '**/glossary/**',
          '../viewModel*',
          '../viewModel*/**',
          '../panel*',
          '../panel*/**',
        ]),
      ),
    },
    {
      files: ['src/host/**/*.ts', 'src/extension.ts', 'src/cli.ts', 'src/webview/*.ts'],
      rules: { 'no-restricted-imports': ['error', { patterns: [NO_PAGE] }] },
    },
    {
      files: ['src/cli.ts', 'src/webview/protocol.ts', 'src/webview/viewModel.ts'],
      rules: restrict(NO_PAGE),
    },
    {
      files: ['test/**/*.ts', 'bench/**/*.ts'],
      rules: {
        'typescript/no-floating-promises': [
          'error',
          {
            allowForKnownSafeCalls: [
              { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
            ],
          },
        ],
      },
    },
  ],
};
