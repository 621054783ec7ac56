import type { Visit } from '../visit.js';

export class SettingsPage {
  constructor(private readonly visit: Visit) {}

  open(): Promise<void> {
    return this.visit.goTo('/settings');
  }

  async save(settings: { name?: string; colour?: string }): Promise<void> {
    if (settings.name !== undefined)
      await this.visit.fill('Name of the partnership', settings.name);
    if (settings.colour !== undefined) await this.visit.fill('Colour', settings.colour);
    await this.visit.press('Save settings');
  }
}
