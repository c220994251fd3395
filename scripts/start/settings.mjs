/** Over the quiet settings that the tests use: what a person would miss. */
export const settings = {
  'workbench.startupEditor': 'readme',
  'window.autoDetectColorScheme': true,
  'workbench.reduceMotion': 'auto',
  'editor.accessibilitySupport': 'auto',
  'editor.minimap.enabled': true,
  'files.hotExit': 'onExitAndWindowClose',
  'workbench.localHistory.enabled': true,
};
