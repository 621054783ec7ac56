import type { Page } from 'playwright-core';
import { overProtocol } from './protocol.js';

/** A5: everything the Tab key stops at has a role and a name in the accessibility tree. */
export function faultsOfNames(page: Page): Promise<string[]> {
  return overProtocol(page, async (session) => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const faults: string[] = [];
    for (const node of nodes) {
      const isFocusable = node.properties?.some(
        ({ name, value }) => name === 'focusable' && value.value === true,
      );
      const role = String(node.role?.value ?? '');
      if (!isFocusable || node.ignored || role === 'RootWebArea') continue;
      const name = String(node.name?.value ?? '').trim();
      if (name !== '' && !['', 'none', 'generic'].includes(role)) continue;
      const { node: element } = await session.send('DOM.describeNode', {
        backendNodeId: node.backendDOMNodeId,
      });
      // Headings and summaries that take the focus when they appear are no stops for the Tab key.
      const attributes = element.attributes ?? [];
      if (attributes[attributes.indexOf('tabindex') + 1] === '-1') continue;
      faults.push(
        `A5: ${element.localName} ${attributes.join(' ')} has the role "${role}" and the name "${name}"`,
      );
    }
    return faults;
  });
}
