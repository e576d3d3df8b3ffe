import { describeChatChannel } from './chat-channel.ts';
import { setUpTelegram } from './telegram-harness.ts';
import { setUpTerminal } from './terminal-harness.ts';

describeChatChannel('telegram', setUpTelegram);
describeChatChannel('terminal', setUpTerminal);
