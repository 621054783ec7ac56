/** Several decorators of a property as one; those of validation answer in this order. */
export function everyOf(decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };
}
