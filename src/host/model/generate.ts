import type * as vscode from 'vscode';
import type { FromView } from '../../protocol/view';
import type { Host } from '../host';
import { trainedRun } from './trainedRun';
import { trainerRequest } from './trainerRequest';

/** What ends the text that is being written, by the network that writes it. */
const writing = new Map<string, AbortController>();

/** Goes on with a text as the newest run does, written in the designers of the network as it comes. Ends what was being written. */
export async function generate(
  host: Host,
  network: vscode.Uri,
  { id, start, length, temperature, topK, seed }: Extract<FromView, { type: 'generate' }>,
): Promise<void> {
  const post = (piece: string, done: boolean) =>
    host.designers.post(network, { type: 'generated', id, piece, done });
  stopGenerating(network);
  const key = network.toString();
  const stop = new AbortController();
  writing.set(key, stop);
  try {
    const info = await trainedRun(host, network);
    if (!info || stop.signal.aborted) return;
    const request = { type: 'generate', run: info.folder, start, length, temperature, topK, seed } as const;
    await trainerRequest(host, 'Generating', 'generated', request, {
      stopped: stop.signal,
      meanwhile: message => {
        if (message.type === 'generating' && !stop.signal.aborted) post(message.piece, false);
      },
    });
  } finally {
    if (writing.get(key) === stop) writing.delete(key);
    post('', true);
  }
}

export function stopGenerating(network: vscode.Uri): void {
  writing.get(network.toString())?.abort();
}
