import assert from 'node:assert/strict';
import { field } from '../../support/reading.ts';

const owner = (written: string) => field('owner', written);

describe('persons', () => {
  it('are a name, a handle, or a name with an address', () => {
    assert.deepEqual(owner('maria').value, { name: 'maria' });
    assert.deepEqual(owner('Maria Silva').value, { name: 'Maria Silva' });
    assert.deepEqual(owner('"@maria"').value, { name: 'maria' });
    assert.deepEqual(owner('Maria Silva <m@x.org>').value, { name: 'Maria Silva', email: 'm@x.org' });
    assert.deepEqual(owner('"@maria <m@x.org>"').value, { name: 'maria', email: 'm@x.org' });
    assert.deepEqual(owner('<m@x.org>').value, { name: 'm@x.org', email: 'm@x.org' });
    assert.deepEqual(owner('m@x.org').value, { name: 'm@x.org' });
    assert.deepEqual(owner('Søren Ångström-Łęcki').value, { name: 'Søren Ångström-Łęcki' });
  });

  it('keep what looks like something else to YAML as it is written', () => {
    assert.deepEqual(owner('1e3').value, { name: '1e3' });
    assert.deepEqual(owner('012').value, { name: '012' });
    assert.deepEqual(owner('2026-11-02').value, { name: '2026-11-02' });
  });

  it('with an unquoted @ are read as they are meant, with a warning', () => {
    assert.deepEqual(owner('@maria').value, { name: 'maria' });
    assert.deepEqual(owner('@maria').problems, ['yaml-surprise "@maria"']);
  });

  it('may be not yet known', () => {
    for (const written of ['tbd', 'TBD', '~', '']) {
      assert.equal(owner(written).value, undefined);
      assert.deepEqual(owner(written).problems, []);
    }
  });

  it('are none where nothing is written, or several things', () => {
    assert.deepEqual(owner('""').problems, ['invalid-value "\\"\\""']);
    assert.deepEqual(owner('"@"').problems, ['invalid-value "\\"@\\""']);
    assert.deepEqual(owner('[maria, chen]').problems, ['invalid-value "[maria, chen]"']);
  });

  it('are one each: several in one text are none', () => {
    for (const written of ['sam, li', '"@sam, @li"', 'sam;li', 'sam, li, noor']) {
      const { value, messages } = owner(written);
      assert.equal(value, undefined, written);
      assert.match(messages[0] ?? '', /are several people: name one, or each by itself in a list$/);
    }
    for (const written of ['Silva, Maria', 'acme, inc.', 'sam and li', 'sam,', 'maria silva, pmo']) {
      assert.deepEqual(owner(written).messages, [], written);
    }
  });

  it('come in lists too', () => {
    const { value, problems } = field('decision_makers', '[maria, "@chen", tbd, Dana Roe <d@x.org>]', {
      type: 'decision',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      value?.map((person) => person.value.name),
      ['maria', 'chen', 'Dana Roe'],
    );
    assert.deepEqual(
      field('team', 'maria', { type: 'workstream' }).value?.map((person) => person.value.name),
      ['maria'],
    );
  });
});
