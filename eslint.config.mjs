import tseslint from 'typescript-eslint';

const noVscode = {
  name: 'vscode',
  message: 'vscode belongs to extension.ts, host/ and webview/panel.ts.',
};
const only = (message, group) => ({ group, message });
const restrict = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { paths: [noVscode], patterns }],
});

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

export default tseslint.config(
  {
    ignores: [
      'dist',
      'dist-test',
      'node_modules',
      'test-host*',
      'shots',
      '.vscode-test',
      'src/metrics/embed/kernels',
      '**/*.d.ts',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 300, skipComments: true, skipBlankLines: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/extension.ts', 'src/host/**', 'src/webview/panel.ts', 'src/metrics/**'],
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
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['src/metrics/**/*.ts'],
    rules: {
      ...restrict(
        only('metrics/ is pure: it imports only itself and named pure libraries.', [
          'node:*',
          '**/data/**',
          '**/engine/**',
          '**/host/**',
          '**/webview/**',
        ]),
      ),
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
  ...[
    ['micro', ['meso', 'macro', 'flags', 'quality', 'map', 'compare', 'select', 'experiments']],
    ['meso', ['micro', 'macro', 'flags', 'quality', 'map', 'compare', 'select', 'experiments']],
    ['macro', ['micro', 'meso', 'flags', 'quality', 'map', 'compare', 'select', 'experiments']],
    ['flags', ['micro', 'meso', 'macro', 'quality', 'map', 'compare', 'select', 'experiments']],
    ['quality', ['micro', 'meso', 'macro', 'flags', 'map', 'compare', 'select', 'experiments']],
    ['map', ['micro', 'meso', 'macro', 'flags', 'quality', 'compare', 'select']],
    [
      'experiments',
      ['text', 'embed', 'micro', 'meso', 'macro', 'flags', 'quality', 'map', 'compare', 'select'],
    ],
    ['stats', [...LEVELS_AND_FLAGS, 'text', 'embed']],
    ['text', [...LEVELS_AND_FLAGS, 'embed']],
    ['embed', LEVELS_AND_FLAGS],
  ].map(([room, closed]) => ({
    files: [`src/metrics/${room}/**/*.ts`],
    rules: restrict(
      only('metrics/ is pure: it imports only itself and named pure libraries.', [
        'node:*',
        '**/data/**',
        '**/engine/**',
        '**/host/**',
        '**/webview/**',
      ]),
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
        '**/host/**',
        '**/terminal/**',
        '**/client/**',
      ]),
    ),
  },
  {
    files: ['src/agents/mcp/*.ts'],
    rules: restrict(
      only('agents/ answers agents: no vscode, no page, no terminal.', [
        '**/host/**',
        '**/terminal/**',
        '**/client/**',
      ]),
    ),
  },
  {
    files: ['src/agents/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [noVscode],
          patterns: [
            only('agents/ answers agents: no vscode, no page, no terminal.', [
              '**/host/**',
              '**/terminal/**',
              '**/client/**',
            ]),
            {
              group: ['./resultSchemas.ts'],
              allowTypeImports: true,
              message: 'The schemas belong to the bundle of mcp/; everything else has their types.',
            },
          ],
        },
      ],
    },
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
      only('The page imports only itself, its libraries and ../protocol.', [
        'node:*',
        '**/host/**',
        '**/engine/**',
        '**/data/**',
        '**/metrics/**',
        '**/glossary/**',
        '../viewModel*',
        '../panel*',
      ]),
    ),
  },
  {
    files: ['src/host/**/*.ts', 'src/extension.ts', 'src/cli.ts', 'src/webview/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [only('Host code never imports the page.', ['**/client/**'])] },
      ],
    },
  },
  {
    files: ['src/cli.ts', 'src/webview/protocol.ts', 'src/webview/viewModel.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: [noVscode],
          patterns: [only('Host code never imports the page.', ['**/client/**'])],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
    },
  },
);
