import { serveTfjs } from './protocol/tfjs.mjs';

serveTfjs('cpu', async () => (await import('@tensorflow/tfjs-backend-cpu')).version_cpu);
