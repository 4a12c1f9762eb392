import * as vscode from 'vscode';
import { AnalysisError } from '../../data/analysisError.ts';
import { partsOfSource } from '../../data/inputs/partsOfSource.ts';
import { readExcerpts } from '../../data/readExcerpts.ts';
import { isDeath } from '../../engine/isDeath.ts';
import type { OpenSelection } from '../../engine/select/openSelection.ts';
import type { MapOfRows } from '../../engine/select/selectableDataset.ts';
import type { SelectResult } from '../../engine/select/selection.ts';
import type { MapState } from '../../webview/mapProtocol.ts';
import type { SheetSection, SheetStatus } from '../../webview/sheetProtocol.ts';
import { choiceSections } from '../../webview/viewModel/select/choiceSections.ts';
import { choiceStatus } from '../../webview/viewModel/select/choiceStatus.ts';
import { formSections } from '../../webview/viewModel/select/formSections.ts';
import { isSelectField } from '../../webview/viewModel/select/selectForm.ts';
import { selectWords } from '../../webview/viewModel/select/selectWords.ts';
import { choiceMap } from '../../webview/viewModel/select/choiceMap.ts';
import { fill } from '../../webview/viewModel/wording.ts';
import type { FieldChoices } from '../fieldChoices.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { hostWording } from '../hostWording.ts';
import { isFileWithin } from '../isFileWithin.ts';
import { showRowOf } from '../sheet/showRowOf.ts';
import type { StudyKind } from '../sheet/study.ts';
import type { SourceListener } from '../sourceOf.ts';
import { translated } from '../translated.ts';
import { askForReference } from '../compare/compareCommand.ts';
import type { ComparedRecords } from '../compare/comparedRecords.ts';
import { watchFile } from '../watchFile.ts';
import { createChoiceForm } from './choiceForm.ts';
import { openToChoose, type OpenedToChoose } from './openToChoose.ts';
import { writeChoice, type ChosenRows } from './writeChoice.ts';

export interface SelectTools {
  /** Folder of the tables that measuring needs. */
  readonly assetsFolder: string;
  readonly fieldChoices: FieldChoices;
  readonly records: ComparedRecords;
}

/** A person who pulls a slider does not want every step of it. */
const PAUSE_MS = 350;
/** What the page keeps the reference under, beside the fields of the form. */
const REFERENCE = 'reference';

/** Choosing rows of one file: every change of the form shows another choice; nothing is written unless asked. */
export const selectStudy = ({
  assetsFolder,
  fieldChoices,
  records,
}: SelectTools): StudyKind<'selectRows'> => ({
  panelType: 'strata.select',
  create([file], sheet, settled = {}) {
    if (!file) throw new RangeError('expected a file');
    const dataset: vscode.Uri = file;
    const words = translated(selectWords);
    const phases: Readonly<Record<string, string | undefined>> = words;
    const form = createChoiceForm(settled);
    let reference = settled[REFERENCE] ? vscode.Uri.parse(settled[REFERENCE], true) : undefined;
    let opening: Promise<OpenedToChoose> | undefined;
    let chosen: ChosenRows | undefined;
    let parts: ReturnType<typeof partsOfSource>;
    let shown: SheetSection[] = [];
    let map: MapOfRows | undefined;
    /** Whether no map can be made. */
    let isMapless = false;
    let isStale = false;
    let pause: ReturnType<typeof setTimeout> | undefined;
    let stopMapping: () => void = () => undefined;

    const sections = (): SheetSection[] => [
      ...formSections(
        {
          form: form.fields,
          faults: form.faults,
          ...(reference && { reference: fileNameOf(reference) }),
          canWrite: chosen !== undefined && !isStale && form.isRight,
        },
        words,
      ),
      ...shown,
    ];
    const showForm = () => sheet.show({ sections: sections() });
    const letGo = () => {
      stopMapping();
      opening?.then(({ close }) => close()).catch(() => undefined);
      opening = undefined;
      chosen = undefined;
      map = undefined;
      isMapless = false;
    };
    async function openFiles(unpacking: SourceListener): Promise<OpenedToChoose> {
      const asked = { dataset, reference };
      // Before it is read: what changes from now on is not what was read.
      await watch.remember();
      return openToChoose(asked, assetsFolder, fieldChoices, unpacking);
    }
    const goStale = () => {
      if (isStale) return;
      isStale = true;
      sheet.show({ ...(chosen && { status: staleStatus(chosen.result) }), sections: sections() });
    };
    const watch = watchFile(dataset, (now) => now !== 'unchanged' && goStale());
    const edits = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const isRead =
        document.uri.toString() === dataset.toString() || isFileWithin(document.uri, dataset);
      if (contentChanges.length > 0 && isRead) goStale();
    });

    const mapState = ({ selection }: SelectResult): MapState =>
      map
        ? choiceMap(map, selection, words, hostWording())
        : { kind: isMapless ? 'none' : 'pending' };
    const staleStatus = ({ selection }: SelectResult): SheetStatus => ({
      kind: 'done',
      verdict: words.stale,
      detail: fill(
        words.verdict,
        ...[selection.chosen.length, selection.file.rows].map(hostWording().count),
      ),
      isConcern: true,
    });
    function showChoice(result: SelectResult): void {
      shown = choiceSections(result.selection, mapState(result), words, hostWording());
    }
    async function layOut(open: OpenSelection, result: SelectResult): Promise<void> {
      const mapping = open.map();
      stopMapping = () => mapping.cancel();
      try {
        map = await mapping.result;
        isMapless = !map;
      } catch {
        // The next choice asks for it again.
        return;
      }
      if (chosen?.result !== result) return;
      showChoice(result);
      showForm();
    }
    function change(): void {
      chosen = undefined;
      clearTimeout(pause);
      pause = setTimeout(() => void sheet.restart(), PAUSE_MS);
    }

    return {
      title: fill(words.title, fileNameOf(dataset)),
      again: words.again,
      async start({ onProgress, unpacking }) {
        clearTimeout(pause);
        stopMapping();
        chosen = undefined;
        if (isStale) letGo();
        isStale = false;
        showForm();
        const own = (opening ??= openFiles(unpacking));
        try {
          const { open, source } = await own;
          parts = partsOfSource(source);
          return open.choose(form.settings, onProgress);
        } catch (error) {
          // Meanwhile others may be opened, with another reference.
          if (opening === own) opening = undefined;
          throw error;
        }
      },
      phaseWord(phase) {
        const isRead = phase === 'start' && opening !== undefined;
        return (isRead ? undefined : phases[`phase.${phase}`]) ?? words['phase.choosing'];
      },
      async finish(result) {
        const { rows } = result.selection.file;
        if (form.fitSize(rows)) {
          void sheet.restart();
        } else if (opening) {
          const { open, source, read } = await opening;
          chosen = { result, source, read };
          showChoice(result);
          if (!map && !isMapless) void layOut(open, result);
        }
        const name = fileNameOf(dataset);
        return {
          status: isStale
            ? staleStatus(result)
            : choiceStatus(result.selection, words, hostWording()),
          files: [
            { mark: '', name, summary: `${name} · ${fill(words.rows, hostWording().count(rows))}` },
          ],
          sections: sections(),
        };
      },
      failure(error) {
        if (isDeath(error)) letGo();
        if (!(error instanceof AnalysisError && error.code === 'nothing-to-choose')) {
          return undefined;
        }
        // The choice before is not what the form asks for.
        shown = [];
        showForm();
        const said = fill(words.nothing, words[`strategy.${form.settings.strategy}`]);
        if (form.fitStrategy()) change();
        return said;
      },
      set(id, value) {
        if (!isSelectField(id) || !form.set(id, value)) return;
        if (form.isRight) change();
        showForm();
      },
      settled: () => ({
        ...form.settled(),
        ...(reference && { [REFERENCE]: reference.toString() }),
      }),
      async excerpt({ line }) {
        if (!chosen) return '';
        const { source, result } = chosen;
        const { lineStarts, plan } = result;
        const [excerpt = ''] = await readExcerpts(
          { source, lineStarts, selection: plan.selection },
          [line],
        );
        return excerpt;
      },
      partsOf: () => parts,
      async showRow({ line }) {
        if (!chosen) return;
        const { source, result } = chosen;
        const { lineStarts, plan } = result;
        await showRowOf({ source, lineStarts, plan, assetsFolder }, dataset, line, records);
      },
      async act(id) {
        if (id === 'write') {
          if (isStale) throw new AnalysisError('file-changed', words.stale);
          const own = chosen;
          const isOther = () => isStale || (chosen !== undefined && chosen.source !== own?.source);
          if (own && form.isRight) await writeChoice(own, assetsFolder, isOther);
          return;
        }
        const other = id === 'choose-reference' ? await askForReference(dataset) : undefined;
        if (id === 'choose-reference' && !other) return;
        reference = other;
        letGo();
        await sheet.restart();
      },
      dispose() {
        clearTimeout(pause);
        watch.dispose();
        edits.dispose();
        letGo();
      },
    };
  },
});
