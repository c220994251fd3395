import { test } from 'vitest';
import { openSession } from './session';
import { openFile, webview, webviewDrawn } from './workbench';

const session = openSession();

test('a network opens in the designer', async () => {
  await openFile(session.page, 'xor.nn.json');
  await webviewDrawn(session.page);
  await webview(session.page).getByText('hidden').first().waitFor();
});
