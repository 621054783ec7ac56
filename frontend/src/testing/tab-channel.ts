/** Stands in for the browser's channel between tabs: what one end posts, all other ends hear at once. */
export class TabChannel extends EventTarget implements BroadcastChannel {
  private static readonly ends = new Set<TabChannel>();
  onmessage = null;
  onmessageerror = null;

  constructor(readonly name: string) {
    super();
    TabChannel.ends.add(this);
  }

  postMessage(data: unknown): void {
    for (const end of TabChannel.ends) {
      if (end !== this && end.name === this.name) {
        end.dispatchEvent(new MessageEvent('message', { data }));
      }
    }
  }

  close(): void {
    TabChannel.ends.delete(this);
  }
}
