"""Draws pairs of figures to label from the training stories of shared claims: usage draw_pairs.py CLAIMS UNITS N. Seed 20250424.
A pair: two numbers (not years) of the same written unit ($, percent, or the same following noun) in two sentences that carry one claim in two articles;
half of the pairs have different numbers."""
import json,random,re,sys
units={}
for l in open(sys.argv[2],encoding='utf8'):
    r=json.loads(l)
    for u in r['units']: units[r['article'],u['id']]=u['text']
W={'two':2,'three':3,'four':4,'five':5,'six':6,'seven':7,'eight':8,'nine':9,'ten':10,'eleven':11,'twelve':12,'dozen':12}
S={'thousand':1e3,'million':1e6,'billion':1e9,'trillion':1e12}
num=re.compile(r'(\$)?\b(\d[\d,]*(?:\.\d+)?|'+'|'.join(W)+r')\b(?:[ -](thousand|million|billion|trillion))?(?:[ -]?(percent|per cent|%))?(?: (\w+))?',re.I)
def figures(t):
    for m in num.finditer(t):
        raw=m[2].replace(',','').lower(); v=W.get(raw) or float(raw)
        v*=S.get((m[3] or '').lower(),1)
        slot='money' if m[1] else 'percent' if m[4] else (m[5] or '').lower()
        if slot=='' or (not m[1] and not m[4] and 1900<v<2060): continue
        if re.match(r'(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)',t[max(0,m.start()-10):m.start()].split(' ')[-2].lower() if ' ' in t[max(0,m.start()-10):m.start()] else ''): continue
        yield slot,v,m.start(2)
pairs={}
for l in open(sys.argv[1],encoding='utf8'):
    st=json.loads(l)
    for c in st['claims']:
        o=c['occurrences']
        for i in range(len(o)):
            for j in range(i+1,len(o)):
                if o[i]['article']==o[j]['article']: continue
                a,b=units[o[i]['article'],o[i]['unit']],units[o[j]['article'],o[j]['unit']]
                for sa,va,pa in figures(a):
                    for sb,vb,pb in figures(b):
                        if sa==sb: pairs[(st['story'],o[i]['article'],o[i]['unit'],pa,o[j]['article'],o[j]['unit'],pb)]=(sa,va,vb)
keys=sorted(pairs); random.Random(20250424).shuffle(keys)
n=int(sys.argv[3]); out=[]; per={}
for want in (True,False):
    k=0
    for key in keys:
        if (pairs[key][1]!=pairs[key][2])!=want or per.get((key[0],want),0)>=2 or k>=n//2: continue
        per[key[0],want]=per.get((key[0],want),0)+1; k+=1; out.append(key)
for i,key in enumerate(out):
    sl,va,vb=pairs[key]
    print(json.dumps(dict(id=f'figs-train-{i+1}',story=key[0],slot=sl,article_a=key[1],unit_a=key[2],at_a=key[3],value_a=va,article_b=key[4],unit_b=key[5],at_b=key[6],value_b=vb)))
