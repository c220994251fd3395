// Before each file of tests: properties try the same inputs each time, so that a change is what makes a test fail.
// PROPERTY_SEED=random tries others, PROPERTY_SEED=N those that a failure named.
import fc from 'fast-check';

const wanted = process.env.PROPERTY_SEED ?? '20261201';
const seed = Number(wanted);
if (wanted !== 'random' && !Number.isSafeInteger(seed)) {
  throw new Error(`PROPERTY_SEED is ${wanted}: it has to be a whole number, or random.`);
}
fc.configureGlobal({ ...fc.readConfigureGlobal(), ...(wanted === 'random' ? {} : { seed }) });
