/** Where a command's button stands in the title of an editor. */
export interface TitlePlace {
  /** `navigation@1` is a button; any other group is in the … menu. */
  readonly group: string;
  /** Added to the condition that a network is open there. */
  readonly when?: string;
}

/** A command as `package.json` contributes it. `npm run gen` writes that part of it from `commands`. */
export interface CommandRow {
  readonly id: `layerwise.${string}`;
  /** Without the category, which is always Layerwise. Ends with … where the command asks something first. */
  readonly title: string;
  /** A codicon's name. */
  readonly icon?: string;
  /** Greys the command out everywhere where it is false. */
  readonly enablement?: string;
  /** Hides the command from the palette where it is false. */
  readonly palette?: string;
  /** In the title of a designer. */
  readonly designerTitle?: TitlePlace;
  /** In the title of a network that is open as text. */
  readonly textTitle?: TitlePlace;
  /** In the explorer's menu on a network's file. */
  readonly explorer?: string;
  /** In VS Code's own File › New File…. */
  readonly newFile?: boolean;
  /** Its key in a designer, such as `ctrl+enter` (⌘ on a Mac), and when it is that one's. */
  readonly key?: { readonly key: string; readonly when?: string };
}

/** The id of the custom editor. */
export const designerViewType = 'layerwise.designer';

/**
 * The context keys that the host sets. `state` is the stage of the active network's run; `running` and `paused` are true
 * while any network's run is so; `trainable` is false where the active network has errors.
 */
export const contextKeys = {
  state: 'layerwise.state',
  running: 'layerwise.running',
  paused: 'layerwise.paused',
  designerOpen: 'layerwise.designerOpen',
  trainable: 'layerwise.trainable',
} as const;

const active = (...states: string[]) => states.map(state => `${contextKeys.state} == ${state}`).join(' || ');
const idle = ['preparing', 'running', 'paused'].map(state => `${contextKeys.state} != ${state}`).join(' && ');
/** Where Train would do more than say what is wrong. */
const trainable = `${idle} && ${contextKeys.trainable}`;
const inProgress = `${contextKeys.running} || ${contextKeys.paused}`;

/** All commands. A row added here, and its file in `src/host/commands`, are a new command. */
export const commands = [
  { id: 'layerwise.newNetwork', title: 'New Network…', icon: 'new-file', newFile: true },
  {
    id: 'layerwise.train',
    title: 'Train',
    icon: 'play',
    designerTitle: { group: 'navigation@1', when: trainable },
    textTitle: { group: 'navigation@2', when: trainable },
    explorer: '2_layerwise@2',
    key: { key: 'ctrl+enter', when: idle },
  },
  {
    id: 'layerwise.pause',
    title: 'Pause Training',
    icon: 'debug-pause',
    palette: contextKeys.running,
    designerTitle: { group: 'navigation@1', when: active('running') },
    textTitle: { group: 'navigation@2', when: active('running') },
  },
  {
    id: 'layerwise.resume',
    title: 'Resume Training',
    icon: 'debug-continue',
    designerTitle: { group: 'navigation@1', when: active('paused') },
    textTitle: { group: 'navigation@2', when: active('paused') },
    key: { key: 'ctrl+enter', when: active('paused') },
  },
  {
    id: 'layerwise.step',
    title: 'Step',
    icon: 'debug-step-over',
    designerTitle: { group: 'navigation@2', when: active('ready', 'paused') },
  },
  {
    id: 'layerwise.stop',
    title: 'Stop Training',
    icon: 'debug-stop',
    palette: inProgress,
    designerTitle: { group: 'navigation@3', when: active('preparing', 'running', 'paused') },
    textTitle: { group: 'navigation@3', when: active('preparing', 'running', 'paused') },
  },
  {
    id: 'layerwise.reset',
    title: 'Reset to the Same Initial Weights',
    icon: 'debug-restart',
    designerTitle: { group: '1_training@1' },
  },
  {
    id: 'layerwise.newSeed',
    title: 'Train with a New Seed',
    icon: 'refresh',
    designerTitle: { group: '1_training@2' },
  },
  {
    id: 'layerwise.trainOn',
    title: 'Train On…',
    icon: 'debug-continue',
    designerTitle: { group: '1_training@3', when: active('finished') },
  },
  {
    id: 'layerwise.predict',
    title: 'Predict…',
    icon: 'lightbulb',
    designerTitle: { group: '2_model@1' },
    explorer: '2_layerwise@3',
  },
  {
    id: 'layerwise.generate',
    title: 'Generate…',
    icon: 'whole-word',
    palette: contextKeys.designerOpen,
  },
  { id: 'layerwise.evaluate', title: 'Evaluate', icon: 'checklist', designerTitle: { group: '2_model@2' } },
  { id: 'layerwise.showShapes', title: 'Show Shapes', icon: 'table', designerTitle: { group: '2_model@3' } },
  { id: 'layerwise.findLayer', title: 'Find Layer', icon: 'search', designerTitle: { group: '2_model@5' } },
  { id: 'layerwise.groupLayers', title: 'Group Layers', icon: 'group-by-ref-type' },
  { id: 'layerwise.fitNetwork', title: 'Fit the Network', icon: 'screen-full' },
  { id: 'layerwise.openRuns', title: 'Open Runs…', icon: 'history', designerTitle: { group: '2_model@4' } },
  {
    id: 'layerwise.newFromRun',
    title: 'New Network from This Run…',
    icon: 'repo-forked',
    designerTitle: { group: '2_model@5' },
  },
  {
    id: 'layerwise.openDesigner',
    title: 'Open Designer',
    icon: 'type-hierarchy',
    textTitle: { group: 'navigation@1' },
    explorer: '2_layerwise@1',
  },
  {
    id: 'layerwise.openAsText',
    title: 'Open as Text',
    icon: 'go-to-file',
    designerTitle: { group: 'navigation@4' },
  },
  {
    id: 'layerwise.freezeBefore',
    title: 'Freeze All Before This',
    icon: 'lock',
    palette: contextKeys.designerOpen,
  },
  {
    id: 'layerwise.unfreezeBefore',
    title: 'Unfreeze All Before This',
    icon: 'unlock',
    palette: contextKeys.designerOpen,
  },
  {
    id: 'layerwise.exportPicture',
    title: 'Export Picture…',
    icon: 'export',
    designerTitle: { group: '3_picture@1' },
  },
  { id: 'layerwise.openSamples', title: 'Open Sample Workspace' },
  { id: 'layerwise.openWalkthrough', title: 'Get Started' },
] as const satisfies readonly CommandRow[];

export type CommandId = (typeof commands)[number]['id'];

const category = 'Layerwise';
const inDesigner = `activeCustomEditorId == ${designerViewType}`;
const isNetworkFile = 'resourceFilename =~ /\\.nn\\.json$/';
const inText = `${isNetworkFile} && !activeCustomEditorId`;

/** The parts of `contributes` in package.json that come from the table. */
export function commandContributions() {
  const rows: readonly CommandRow[] = commands;
  const title = (row: CommandRow, place: TitlePlace | undefined, where: string) =>
    place ? [{ command: row.id, when: all(where, place.when), group: place.group }] : [];
  return {
    commands: rows.map(({ id, title, icon, enablement }) => ({
      command: id,
      title,
      category,
      ...(icon && { icon: `$(${icon})` }),
      ...(enablement && { enablement }),
    })),
    keybindings: rows.flatMap(({ id, key }) =>
      key
        ? [
            {
              command: id,
              key: key.key,
              mac: key.key.replace('ctrl', 'cmd'),
              when: all(inDesigner, key.when),
            },
          ]
        : [],
    ),
    menus: {
      commandPalette: rows.flatMap(({ id, palette }) => (palette ? [{ command: id, when: palette }] : [])),
      'editor/title': rows.flatMap(row => [
        ...title(row, row.designerTitle, inDesigner),
        ...title(row, row.textTitle, inText),
      ]),
      'explorer/context': rows.flatMap(({ id, explorer }) =>
        explorer ? [{ command: id, when: isNetworkFile, group: explorer }] : [],
      ),
      'file/newFile': rows.flatMap(({ id, newFile }) => (newFile ? [{ command: id, group: 'file' }] : [])),
    },
  };
}

/** Both conditions; `||` binds looser than `&&` and when clauses know parentheses. */
function all(a: string, b: string | undefined): string {
  if (!b) return a;
  return b.includes('||') ? `${a} && (${b})` : `${a} && ${b}`;
}
