import { isPageState, type PageState } from '../pageState.ts';
import { FLAG_KINDS } from '../protocol.ts';

/** The part of acquireVsCodeApi() that keeps state over a reload of the window. */
export interface StateKeeper {
  getState(): unknown;
  setState(state: PageState): void;
}

export interface Store {
  readonly state: () => PageState;
  readonly remember: (change: Partial<PageState>) => void;
  /** Keeps what is remembered if it is about this file, also under the name that it had before; else starts anew. */
  setTarget(target: string, movedFrom?: string): void;
}

export function createStore(keeper: StateKeeper): Store {
  const kept = keeper.getState();
  let state = isPageState(kept) ? kept : initialState('');
  const set = (changed: PageState) => {
    state = changed;
    keeper.setState(changed);
  };
  return {
    state: () => state,
    remember: (change) => set({ ...state, ...change }),
    setTarget: (target, movedFrom) => {
      const isOfFile = state.target === target || state.target === movedFrom;
      set(isOfFile ? { ...state, target } : initialState(target));
    },
  };
}

function initialState(target: string): PageState {
  return {
    target,
    kinds: FLAG_KINDS,
    text: '',
    sort: { by: 'severity', descending: true },
    place: { section: '', offsetPx: 0 },
    tableScrollTop: 0,
    activeRow: 0,
    columnWidths: {},
    fieldTabs: {},
    charts: {},
    openFigures: [],
    areStepsOpen: false,
    mapGrouping: 'topic',
    rowFilter: {},
  };
}
