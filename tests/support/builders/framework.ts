import type { Visitor } from '../visitor.js';

interface FrameworkList {
  frameworks: { kind: string; versions: { id: string }[] }[];
}

/** The key of the newest version of the EHC plan audit. */
export async function planFramework(visitor: Visitor): Promise<string> {
  const { body } = await visitor.get<FrameworkList>('/api/frameworks');
  const id = body.frameworks.find(({ kind }) => kind === 'ehc-plan')?.versions[0]?.id;
  if (!id) throw new Error('the EHC plan audit has no published version');
  return id;
}
