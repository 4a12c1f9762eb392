/** The toolkit needs style sheets that happy-dom does not have: its elements stay plain ones, which is enough to click. */
const nothing = () => undefined;

export const plainToolkit = {
  provideVSCodeDesignSystem: () => ({ register: nothing }),
  vsCodeButton: nothing,
  vsCodeCheckbox: nothing,
  vsCodeDropdown: nothing,
  vsCodeOption: nothing,
  vsCodePanelTab: nothing,
  vsCodePanelView: nothing,
  vsCodePanels: nothing,
  vsCodeProgressRing: nothing,
  vsCodeTextField: nothing,
};
