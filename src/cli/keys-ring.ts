import type { Result } from '../kernel/result.ts';
import type { Config } from '../platform/config/index.ts';
import { type KeyRing, openKeyRing } from '../platform/crypto/index.ts';
import { keyFolder } from './database.ts';

/** The keys of this installation. */
export const openRing = (config: Config): Result<KeyRing> =>
  openKeyRing({
    folder: keyFolder(config),
    ...(config.sealingKeys.keys ? { environmentKeys: config.sealingKeys.keys } : {}),
    now: new Date(),
  });
