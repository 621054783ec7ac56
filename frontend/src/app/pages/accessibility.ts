import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'app-accessibility',
  imports: [RouterLink],
  templateUrl: './accessibility.html',
})
export class Accessibility {}
