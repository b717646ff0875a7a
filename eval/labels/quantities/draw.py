"""Draws the articles to label: usage draw.py polnear-train.jsonl.gz N. Seed 20250322; articles of 1,500 to 4,000 characters, at most two an outlet."""
import gzip,json,random,sys,collections
rows=[json.loads(l) for l in gzip.open(sys.argv[1],'rt',encoding='utf8')]
rows=sorted((r for r in rows if 1500<=len(r['text'])<=4000 and sum(c.isdigit() for c in r['text'])>=12), key=lambda r:r['id'])
random.Random(20250322).shuffle(rows)
n=collections.Counter(); out=[]
for r in rows:
    if n[r['outlet']]>=int(sys.argv[2])//5: continue
    n[r['outlet']]+=1; out.append(r)
    if len(out)==int(sys.argv[2]): break
for r in out: print(json.dumps({'id':r['id'],'text':r['text']}))
