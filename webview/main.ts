import './withoutEval';
import '@vscode/codicons/dist/codicon.css';
import { startApp } from './app';
import { vscodeChannel } from './hostChannel';

startApp(document.getElementById('root')!, vscodeChannel());
