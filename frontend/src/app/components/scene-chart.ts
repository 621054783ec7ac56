import { Component, computed, input } from '@angular/core';
import type { Scene, SceneLine } from '@app/shared/domain';

let drawn = 0;

/** Draws any scene, at the width that there is. It moves, adds and leaves out nothing. */
@Component({
  selector: 'app-scene-chart',
  templateUrl: './scene-chart.html',
})
export class SceneChart {
  readonly scene = input.required<Scene>();
  protected readonly id = `chart-${(drawn += 1)}`;
  protected readonly box = computed(() => `0 0 ${this.scene().width} ${this.scene().height}`);

  protected cornersOf({ points }: SceneLine): string {
    return points.map((corner) => corner.join(',')).join(' ');
  }
}
