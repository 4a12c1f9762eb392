import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { INPUT_FORMATS } from '../../src/data/inputs/inputKind.ts';
import { defaultSettings } from '../../src/engine/defaultSettings.ts';
import { HOST_SETTING_RULES } from '../../src/host/hostSettingRules.ts';
import { SETTING_RULES, type SettingRule } from '../../src/engine/settingRules.ts';
import { matches, readJson, root, sourceText } from './sources.ts';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<
      Record<string, readonly { readonly command: string; readonly when?: string }[]>
    >;
    readonly keybindings: readonly { readonly command: string }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<
          string,
          {
            readonly default: unknown;
            readonly type: string;
            readonly minimum?: number;
            readonly maximum?: number;
            readonly enum?: readonly string[];
          }
        >
      >;
    };
    readonly colors: readonly { readonly id: string }[];
  };
}

const text = readFileSync(join(root, 'package.json'), 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { contributes } = manifest;
const host = sourceText('src/host') + sourceText('src/webview');

/** Run by the links in hovers, never by a person's choice of a command. */
const INTERNAL_COMMANDS = ['strata.openLine'];

const contributed = contributes.commands.map(({ command }) => command);

test('every command of the manifest is registered, and every registered one is contributed', () => {
  const registered = matches(sourceText('src/host'), /registerCommand\('(strata\.\w+)'/g);
  expect(registered).toEqual([...contributed, ...INTERNAL_COMMANDS].sort());
});

test('menus and keybindings name contributed commands only', () => {
  const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
  for (const { command } of used) expect(contributed).toContain(command);
});

test('the explorer offers what reads data sets for folders and for every format that is read', () => {
  const formats = `${[...INPUT_FORMATS].join('|')}|ndjson`;
  for (const { command, when = '' } of contributes.menus['explorer/context'] ?? []) {
    if (command === 'strata.showExperiments') continue;
    expect(when, command).toMatch(/(?<!!)explorerResourceIsFolder \|\|/u);
    const offered = /resourceFilename =~ \/\\\.\(([^)]+)\)\(\\\.\(gz\|zst\)\)\?\$\/i/u.exec(
      when,
    )?.[1];
    expect(offered?.split('|').sort(), command).toEqual(formats.split('|').sort());
  }
});

const rules = Object.entries<SettingRule>({ ...HOST_SETTING_RULES, ...SETTING_RULES });

test('every setting has a rule, and every rule is of a setting', () => {
  const stated = Object.keys(contributes.configuration.properties).sort();
  expect(stated).toEqual([...rules.map(([name]) => `strata.${name}`), 'strata.references'].sort());
});

/** The manifest has one type for both. */
const textKind = ({ kind }: SettingRule) => (kind === 'field' ? kind : 'text');

test('the manifest allows the values that the engine allows', () => {
  for (const [name, rule] of rules) {
    const {
      type,
      minimum,
      maximum,
      enum: choices,
    } = contributes.configuration.properties[`strata.${name}`]!;
    const stated = {
      kind: choices ? 'choice' : type === 'string' ? textKind(rule) : type,
      ...(minimum !== undefined && { lowest: minimum }),
      ...(maximum !== undefined && { highest: maximum }),
      ...(choices && { choices }),
    };
    expect(stated, name).toEqual(rule);
  }
});

test('the manifest states the defaults of the engine', () => {
  const value = (key: string) => contributes.configuration.properties[`strata.${key}`]?.default;
  expect({
    seed: value('seed'),
    nearDuplicateThreshold: value('nearDuplicates.threshold'),
    shingleTokens: value('nearDuplicates.shingleTokens'),
    offDistributionFalsePositiveRate: value('offDistribution.falsePositiveRate'),
    commonRows: value('commonRows'),
    mergeSynonyms: value('mergeSynonyms'),
    semanticThreshold: value('nearDuplicates.semanticThreshold'),
    nearDuplicateScope: value('nearDuplicates.scope'),
    normalize: {
      unicode: value('nearDuplicates.normalize.unicode'),
      case: value('nearDuplicates.normalize.case'),
      whiteSpace: value('nearDuplicates.normalize.whiteSpace'),
      punctuation: value('nearDuplicates.normalize.punctuation'),
    },
    keep: { by: value('nearDuplicates.keep') },
    encoding: value('encoding'),
  }).toEqual(defaultSettings);
});

test('every colour of the manifest is used, and every used one contributed', () => {
  const stems = matches(host, /decorationType\(\s*'(strata\.\w+)'/g);
  const whole = matches(host, /ThemeColor\('(strata\.\w+)'\)/g);
  const used = [...stems.flatMap((stem) => [`${stem}Background`, `${stem}Border`]), ...whole];
  expect(contributes.colors.map(({ id }) => id).sort()).toEqual(used.sort());
});

test('the keys of `when` clauses are set by the host', () => {
  const keys = matches(text, /\b(strata\.(?:has|is)\w+)/g);
  expect(matches(host, /setKey\('([\w.]+)'/g)).toEqual(keys);
});

test('every word of the manifest is there in English and in Japanese, and none is left over', () => {
  const used = matches(text, /"%([\w.]+)%"/g);
  for (const file of ['package.nls.json', 'package.nls.ja.json']) {
    expect(Object.keys(readJson(file) as object).sort(), file).toEqual(used);
  }
});

test('what is shown as plain text has no marks of Markdown, but links', () => {
  for (const file of ['package.nls.json', 'package.nls.ja.json']) {
    for (const [key, words] of Object.entries(readJson(file) as Record<string, string>)) {
      if (/^(?:view|color|command|tool)\./.test(key))
        expect(words, `${file}: ${key}`).not.toMatch(/[`*]/);
    }
  }
});

test('the newest heading of the changelog is the version of the manifest', () => {
  const { version } = readJson('package.json') as { version: string };
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  expect(/^## \[?(\d+\.\d+\.\d+)/m.exec(changelog)?.[1]).toBe(version);
});

test('a panel of every type comes back when the window is loaded anew', () => {
  const panelTypes = matches(host, /(?:panelType:|PANEL_TYPE =) '(strata\.\w+)'/g);
  expect(panelTypes.length).toBeGreaterThan(5);
  const restored = manifest.activationEvents
    .filter((event) => event.startsWith('onWebviewPanel:'))
    .map((event) => event.slice('onWebviewPanel:'.length));
  expect(restored.toSorted()).toEqual(panelTypes);
});
