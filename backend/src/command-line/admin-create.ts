import { createInterface } from 'node:readline/promises';
import { isEmail } from 'class-validator';
import { accountLimits, instantInWords } from '@app/shared/domain';
import { IssuePasswordLink, MakeAccount } from '../accounts/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { runCommand, say } from './context.js';

/** Makes an administrator's account and prints the link with which they set their password. */
await runCommand(async (app) => {
  const [fullName, email] = await nameAndEmail(process.argv.slice(2));
  if (!fullName || fullName.length > accountLimits.fullNameMax || !isEmail(email)) {
    say(
      'Give a full name and an e-mail address:  npm run admin:create -- "Full Name" name@example.org',
    );
    return 1;
  }
  const nobody = { actorId: null, accountId: null, correlationId: null };
  const id = await app
    .get(Transactions)
    .run((manager) =>
      app
        .get(MakeAccount)
        .insert(
          manager,
          { fullName, email, roles: ['administrator'] },
          { ...nobody, isDemo: false },
        ),
    );
  const { link, expiresAt } = await app.get(IssuePasswordLink).issue(nobody, id);
  say(
    `An administrator's account was made. Open this link once, before ${instantInWords(expiresAt)}, to set the password:`,
  );
  say(link);
  return 0;
});

async function nameAndEmail(given: readonly string[]): Promise<[string, string]> {
  if (given.length >= 2) return [(given[0] ?? '').trim(), (given[1] ?? '').trim()];
  if (!process.stdin.isTTY) return ['', ''];
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers: [string, string] = [
    (await terminal.question('Full name: ')).trim(),
    (await terminal.question('E-mail address: ')).trim(),
  ];
  terminal.close();
  return answers;
}
