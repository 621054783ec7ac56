import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';
import { TabChannel } from './src/testing/tab-channel';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

// jsdom has no channel between tabs.
globalThis.BroadcastChannel = TabChannel;
