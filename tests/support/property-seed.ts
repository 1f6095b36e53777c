// The seed of every property. `npm test` tells whether a change is right, and tells it twice alike: it always takes the
// same cases. Whoever hunts for new ones says `PROPERTY_SEED=random`, or a number to see a failure again.
import fc from 'fast-check';

const wanted = process.env.PROPERTY_SEED ?? '20260101';
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
