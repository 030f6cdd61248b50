package table

import (
	"encoding/binary"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// sheet makes a table of a template for its rows. {a} and {b} are numbers of two
// clusters, {a,} and {b,} the same with decimal commas, {i} counts from 1, and
// {x|y} is x in the rows of one cluster and y in those of the other.
func sheet(above, row string, rows int) string {
	var b strings.Builder
	b.WriteString(above)
	for i := range rows {
		left := row
		for left != "" {
			before, after, found := strings.Cut(left, "{")
			b.WriteString(before)
			if !found {
				break
			}
			token, rest, _ := strings.Cut(after, "}")
			left = rest
			value := func(low, high float64) string {
				return strconv.FormatFloat([]float64{low, high}[i%2]+float64(i*37%101)/97, 'f', 2, 64)
			}
			first, second, choice := strings.Cut(token, "|")
			switch {
			case token == "i":
				b.WriteString(strconv.Itoa(i + 1))
			case strings.HasPrefix(token, "a"):
				b.WriteString(strings.ReplaceAll(value(4, 10), ".", (token + ".")[1:2]))
			case strings.HasPrefix(token, "b") && !choice:
				b.WriteString(strings.ReplaceAll(value(5, 11), ".", (token + ".")[1:2]))
			case i%2 == 0:
				b.WriteString(first)
			case choice:
				b.WriteString(second)
			}
		}
	}
	return b.String()
}

func latin(text string) string {
	out, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		panic(err)
	}
	return out
}

func chinese(text string) string {
	out, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		panic(err)
	}
	return out
}

func cyrillic(text string) string {
	out, err := charmap.Windows1251.NewEncoder().String(text)
	if err != nil {
		panic(err)
	}
	return out
}

func wide(text string, order binary.AppendByteOrder) string {
	var out []byte
	for _, u := range utf16.Encode([]rune(text)) {
		out = order.AppendUint16(out, u)
	}
	return string(out)
}

// ownCases has a row a table: the file of testdata/cases whose kind it is, its text,
// and what is to be understood of it.
var ownCases = []struct{ kind, text, want string }{
	{"01", sheet("weight;height;species;\r\n", "{a,};{b,};{cat|dog}\r\n", 12),
		"UTF-8 semicolon 12: weightn> heightn> speciesc= | (4 5 cat) (10.38 11.38 dog) | empty-columns decimal-comma target-name"},
	{"01", sheet("\"a\"\t\"b\"\t\"class\"\t\t\n", "{a}\t{b}\t{0|1}\n", 12),
		"UTF-8 tab 12: an> bn> classn= | (4 5 0) (10.38 11.38 1) | empty-columns target-name"},
	{"01", sheet(",a,b,class\n", "{i},{a},{b},{no|yes}\n", 12),
		"UTF-8 comma 12: column 1n- an> bn> classc= | (1 4 5 no) (2 10.38 11.38 yes) | target-name index"},
	{"01", sheet("a,,b,class\n", "{a},,{b},{no|yes}\n", 12),
		"UTF-8 comma 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | empty-columns target-name"},
	{"01", sheet("a|b|class||\n", "{a}|{b}|{no|yes}||\n", 12),
		"UTF-8 pipe 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | empty-columns target-name"},
	{"02", sheet("city;1990;2000;2010\n", "c{i};{a,};{b,};{a,}\n", 12),
		"UTF-8 semicolon 12: cityt- 1990n> 2000n> 2010n= | (c1 4 5 4) (c2 10.38 11.38 10.38) | decimal-comma target-last many-texts"},
	{"02", sheet("0,1,2,3\n", "{a},{b},{a},{no|yes}\n", 12),
		"UTF-8 comma 12: 0n> 1n> 2n> 3c= | (4 5 4 no) (10.38 11.38 10.38 yes) | target-last"},
	{"02", sheet("name\t1\t2\t3\tclass\n", "n{i}\t{a}\t{b}\t{b}\t{no|yes}\n", 12),
		"UTF-8 tab 12: namet- 1n> 2n> 3n> classc= | (n1 4 5 5 no) (n2 10.38 11.38 11.38 yes) | target-name many-texts"},
	{"02", sheet("land,2020-01,2020-02,2020-03\n", "l{i},{a},{b},{a}\n", 12),
		"UTF-8 comma 12: landt- 2020-01n> 2020-02n> 2020-03n= | (l1 4 5 4) (l2 10.38 11.38 10.38) | target-last many-texts"},
	{"02", sheet("group,2024\n", "{x|y},{a}\n", 12),
		"UTF-8 comma 12: groupc> 2024n= | (x 4) (y 10.38) | target-last"},
	{"03", sheet("a;b;label\n", "{a};{b};{3|7}\n", 12),
		"UTF-8 semicolon 12: an> bn> labeln= | (4 5 3) (10.38 11.38 7) | target-name"},
	{"03", sheet("a,b,class\n", "{a},{b},{-1|1}\n", 12),
		"UTF-8 comma 12: an> bn> classn= | (4 5 -1) (10.38 11.38 1) | target-name"},
	{"03", sheet("a,b,target\n", "{a},{b},{10|20}\n", 12),
		"UTF-8 comma 12: an> bn> targetn= | (4 5 10) (10.38 11.38 20) | target-name"},
	{"03", sheet("a,b,quality\n", "{a},{b},{1.0|2.0}\n", 12),
		"UTF-8 comma 12: an> bn> qualityn= | (4 5 1) (10.38 11.38 2) | target-name"},
	{"03", sheet("a\tb\ty\n", "{a}\t{b}\t{0|5}\n", 12),
		"UTF-8 tab 12: an> bn> yn= | (4 5 0) (10.38 11.38 5) | target-name"},
	{"05", sheet("size;price;class\n", "{a,};{950|1.050};{no|yes}\n", 12),
		"UTF-8 semicolon 12: sizen> pricen> classc= | (4 950 no) (10.38 1050 yes) | decimal-comma thousands target-name"},
	{"05", sheet("size,price,class\n", "{a},\"{850|1,250}\",{no|yes}\n", 12),
		"UTF-8 comma 12: sizen> pricen> classc= | (4 850 no) (10.38 1250 yes) | thousands target-name"},
	{"05", sheet("size;price;class\n", "{a,};{1 200|12 400};{no|yes}\n", 12),
		"UTF-8 semicolon 12: sizen> pricen> classc= | (4 1200 no) (10.38 12400 yes) | decimal-comma thousands target-name"},
	{"05", sheet("size\tprice\tclass\n", "{a}\t{1'200.50|12'400.75}\t{no|yes}\n", 12),
		"UTF-8 tab 12: sizen> pricen> classc= | (4 1200.5 no) (10.38 12400.75 yes) | thousands target-name"},
	{"05", sheet("size|price|class\n", "{a}|{1,00,000|12,50,000}|{no|yes}\n", 12),
		"UTF-8 pipe 12: sizen> pricen> classc= | (4 100000 no) (10.38 1.25e+06 yes) | thousands target-name"},
	{"05", sheet("size;price;class\n", "{a};{0,125|1,250};{no|yes}\n", 12),
		"UTF-8 semicolon 12: sizen> pricen> classc= | (4 0.125 no) (10.38 1.25 yes) | decimal-comma target-name"},
	{"07", sheet("age;drug;ill\n", "{a,};{none|aspirin};{no|yes}\n", 12),
		"UTF-8 semicolon 12: agen> drugc> illc= | (4 none no) (10.38 aspirin yes) | decimal-comma target-last"},
	{"07", sheet("age\tdose\tdrug\n", "{a}\t{b}\t{None|both}\n", 11) + "5\t6\tNaN\n",
		"UTF-8 tab 12: agen> dosen> drugc= | (4 5 None) (10.38 11.38 both) | missing target-last target-missing"},
	{"07", sheet("age,dose,drug\nNA,1,none\n?,2,x\n-,3,none\nn/a,4,x\n,5,x\n", "{a},{b},{none|x}\n", 12),
		"UTF-8 comma 17: agen> dosen> drugc= | (NA 1 none) (? 2 x) | missing-empty missing target-last"},
	{"07", sheet("age,roof,class\n", "{a},{None|Gable},{no|yes}\n", 12),
		"UTF-8 comma 12: agen> roofc> classc= | (4 None no) (10.38 Gable yes) | target-name"},
	{"07", sheet("a,b,class\nNULL,4,no\n#N/A,4,no\n", "{a},{b},{NO|yes}\n", 20),
		"UTF-8 comma 22: an> bn> classc= | (NULL 4 no) (#N/A 4 no) | missing spellings target-name"},
	{"08", "x1;x2;and\n0;0;0\n0;1;0\n1;0;0\n1;1;1\n",
		"UTF-8 semicolon 4: x1n> x2n> andn= | (0 0 0) (0 1 0) | target-last"},
	{"08", "0 0 0\n0 1 1\n1 0 1\n1 1 0\n",
		"UTF-8 spaces 4: column 1n> column 2n> column 3n= | (0 0 0) (0 1 1) | header-no target-last"},
	{"08", "a,b,or\nfalse,false,no\nfalse,true,yes\ntrue,false,yes\ntrue,true,yes\n",
		"UTF-8 comma 4: ac> bc> orc= | (false false no) (false true yes) | target-last"},
	{"08", "p\tq\txor\n-1\t-1\t-1\n-1\t1\t1\n1\t-1\t1\n1\t1\t-1\n",
		"UTF-8 tab 4: pn> qn> xorn= | (-1 -1 -1) (-1 1 1) | target-last"},
	{"08", "a,b,c,parity\n0,0,0,0\n0,0,1,1\n0,1,0,1\n0,1,1,0\n1,0,0,1\n1,0,1,0\n1,1,0,0\n1,1,1,1\n",
		"UTF-8 comma 8: an> bn> cn> parityn= | (0 0 0 0) (0 0 1 1) | target-last"},
	{"09", sheet("sep=,\r\na,b,class\r\n", "{a},{b},{no|yes}\r\n", 12),
		"UTF-8 comma 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | sep-line target-name"},
	{"09", sheet("sep=\t\na\tb\tclass\n", "{a,}\t{b,}\t{no|yes}\n", 12),
		"UTF-8 tab 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | sep-line decimal-comma target-name"},
	{"09", sheet("\"sep=|\"\na|b|class\n", "{a}|{b}|{no|yes}\n", 12),
		"UTF-8 pipe 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | sep-line target-name"},
	{"09", "\ufeff" + sheet("SEP=;\na;b;class\n", "{a,};\"{b,}\";{no|yes}\n", 12),
		"UTF-8 semicolon 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | sep-line decimal-comma target-name"},
	{"09", sheet("sep=:\ra:b:class\r", "{a}:{b}:{no|yes}\r", 12),
		"UTF-8 : 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | sep-line target-name"},
	{"11", latin(sheet("durée,prix,classe\r\n", "{a},{b} €,{été|hiver}\r\n", 12)),
		"Windows-1252 comma 12: duréen> prixn> classec= | (4 5 été) (10.38 11.38 hiver) | encoding currency target-last"},
	{"11", latin(sheet("Straße|Länge|Klasse\n", "{a,}|{b,}|{süß|saure}\n", 12)),
		"Windows-1252 pipe 12: Straßen> Längen> Klassec= | (4 5 süß) (10.38 11.38 saure) | encoding decimal-comma target-name"},
	{"11", latin(sheet("año\ttamaño\tclase\n", "{a}\t{b}\t{niño|niña}\n", 12)),
		"Windows-1252 tab 12: añon> tamañon> clasec= | (4 5 niño) (10.38 11.38 niña) | encoding target-last"},
	{"11", latin(sheet("Messung vom Mai – Größen\n\nhöhe;breite;art\n", "{a,};{b,};{Bär|Löwe}\n", 12)),
		"Windows-1252 semicolon 12: höhen> breiten> artc= | (4 5 Bär) (10.38 11.38 Löwe) | encoding title decimal-comma target-last"},
	{"11", latin(sheet("temp,length,class\n", "{a}°,{b}µm,{“low”|“high”}\n", 12)),
		"Windows-1252 comma 12: tempn> lengthn> classc= | (4 5 “low”) (10.38 11.38 “high”) | encoding units target-name"},
	{"12", chinese(sheet("身高;体重;结果\r\n", "{a,};{b,};{小|大}\r\n", 12)),
		"GB18030 semicolon 12: 身高n> 体重n> 结果c= | (4 5 小) (10.38 11.38 大) | encoding decimal-comma target-last"},
	{"12", chinese(sheet("长\t宽\t品种\n", "{a}\t{b}\t{山鸢尾|变色鸢尾}\n", 12)),
		"GB18030 tab 12: 长n> 宽n> 品种c= | (4 5 山鸢尾) (10.38 11.38 变色鸢尾) | encoding target-name"},
	{"12", chinese(sheet("叶子调查\n长,宽,类别\n", "{a},{b},{是|否}\n", 12)),
		"GB18030 comma 12: 长n> 宽n> 类别c= | (4 5 是) (10.38 11.38 否) | encoding title target-name"},
	{"12", wide("\ufeff"+sheet("身高\t体重\t类别\r\n", "{a}\t{b}\t{是|否}\r\n", 12), binary.LittleEndian),
		"UTF-16LE tab 12: 身高n> 体重n> 类别c= | (4 5 是) (10.38 11.38 否) | encoding target-name"},
	{"12", wide(sheet("height,weight,类别\n", "{a},{b},{是|否}\n", 12), binary.BigEndian),
		"UTF-16BE comma 12: heightn> weightn> 类别c= | (4 5 是) (10.38 11.38 否) | encoding target-name"},
	{"12", chinese(sheet("价格,数量,类别\n", "¥{a},{b}％,{１|２}\n", 12)),
		"GB18030 comma 12: 价格n> 数量n> 类别n= | (4 5 1) (10.38 11.38 2) | encoding percent currency signs target-name"},
	{"14", sheet("a;b;class\n", "{a,};{b,};{no|yes}\n", 12) + "5,1*;4,2;no\n* estimated\n",
		"UTF-8 semicolon 13: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | footer odd-cells decimal-comma target-name"},
	{"14", sheet("a\tb\tclass\n", "{a}\t{b}\t{no|yes}\n", 12) + "ca. 5\t4.2\tno\n\nNotes:\n1) by hand\n",
		"UTF-8 tab 13: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | footer odd-cells target-name"},
	{"14", sheet("a,b,class\n", "{a},{b},{no|yes}\n", 12) + "<0.1,4.2,no\n,,\n\"Source: somebody, somewhere\",,\n",
		"UTF-8 comma 13: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | footer odd-cells target-name"},
	{"14", sheet("a,b,class\n", "{a},{b},{no|yes}\n", 24) + "12 rows,,\n",
		"UTF-8 comma 24: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | footer target-name"},
	{"14", sheet("a b class\n", "{a} {b} {no|yes}\n", 12) + "--\nwritten by a program\n",
		"UTF-8 spaces 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | rules footer target-name"},
	{"15", sheet("screen;price;class\n", "{i}\";{b,};{no|yes}\n", 12),
		"UTF-8 semicolon 12: screenn- pricen> classc= | (1 5 no) (2 11.38 yes) | decimal-comma units target-name index"},
	{"15", sheet("name,price,class\n", "the \"{big|small}\" one,{b},{no|yes}\n", 12),
		"UTF-8 comma 12: namec> pricen> classc= | (the \"big\" on… 5 no) (the \"small\" … 11.38 yes) | target-name"},
	{"15", sheet("name\tprice\tclass\n", "\"{big|small}\" screen\t{b}\t{no|yes}\n", 12),
		"UTF-8 tab 12: namec> pricen> classc= | (\"big\" screen 5 no) (\"small\" scre… 11.38 yes) | quotes target-name"},
	{"15", sheet("name,price,class\n", "\"{big|small}\n{b},{no|yes}\n", 0) + sheet("", "\"{big|small},{b},{no|yes}\n", 12),
		"UTF-8 comma 12: namec> pricen> classc= | (\"big 5 no) (\"small 11.38 yes) | quotes target-name"},
	{"15", sheet("length|width|class\n", "{a}\"|{i}'|{no|yes}\n", 12),
		"UTF-8 pipe 12: lengthn> widthn- classc= | (4 1 no) (10.38 2 yes) | units target-name index"},
	{"16", sheet("text;a;b;class\n", strings.Repeat("word ", 60)+"{i};{a,};{b,};{no|yes}\n", 12),
		"UTF-8 semicolon 12: textt- an> bn> classc= | (word word wo… 4 5 no) (word word wo… 10.38 11.38 yes) | decimal-comma target-name long-texts"},
	{"16", sheet("a,b,class,remark\n", "{a},{b},{no|yes},\""+strings.Repeat("lorem, ipsum\n", 200)+"\"\n", 12),
		"UTF-8 comma 12: an> bn> classc= remarkt- | (4 5 no lorem, ipsum…) (10.38 11.38 yes lorem, ipsum…) | target-name long-texts"},
	{"16", chinese(sheet("评论,长,类别\n", strings.Repeat("很好", 700)+"{i},{a},{是|否}\n", 12)),
		"GB18030 comma 12: 评论t- 长n> 类别c= | (很好很好很好很好很好很好… 4 是) (很好很好很好很好很好很好… 10.38 否) | encoding target-name long-texts"},
	{"16", sheet("a,b,name,class\n", "{a},{b},Name {i},{no|yes}\n", 12),
		"UTF-8 comma 12: an> bn> namet- classc= | (4 5 Name 1 no) (10.38 11.38 Name 2 yes) | target-name many-texts"},
	{"16", sheet("a\tb\turl\tclass\n", "{a}\t{b}\thttp://x/"+strings.Repeat("y", 150)+"\t{no|yes}\n", 12),
		"UTF-8 tab 12: an> bn> urlt- classc= | (4 5 http://x/yyy… no) (10.38 11.38 http://x/yyy… yes) | target-name long-texts"},
	{"17", sheet("  a    b   class\n", "  {a}   {b}    {no|yes}\n", 12),
		"UTF-8 spaces 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | target-name"},
	{"17", sheet("", "{a,}   {b,}   {0|1}\n", 12),
		"UTF-8 spaces 12: column 1n> column 2n> column 3n= | (4 5 0) (10.38 11.38 1) | header-no decimal-comma target-last"},
	{"17", sheet("# x y class\n", "{a} {b} {0|1}\n", 12),
		"UTF-8 spaces 12: xn> yn> classn= | (4 5 0) (10.38 11.38 1) | comments target-name"},
	{"17", sheet("\"a\" \"b\" \"class\"\n", "\"{i}\" {a} {b} \"{no|yes}\"\n", 12),
		"UTF-8 spaces 12: column 1n- an> bn> classc= | (1 4 5 no) (2 10.38 11.38 yes) | row-names target-name index"},
	{"17", sheet("a \t b \t class\r\n", "{a} \t {b} \t {no|yes}\r\n", 12),
		"UTF-8 tab 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | target-name"},
	{"17", sheet("| a | b | class |\n|---|---|---|\n", "| {a} | {b} | {no|yes} |\n", 12),
		"UTF-8 pipe 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | rules empty-columns target-name"},
	{"19", sheet("target;a;b\n", "{0|1};{a,};{b,}\n", 12),
		"UTF-8 semicolon 12: targetn= an> bn> | (0 4 5) (1 10.38 11.38) | decimal-comma target-name"},
	{"19", sheet("class,label,a\n", "{1|2},{no|yes},{a}\n", 12),
		"UTF-8 comma 12: classn> labelc= an> | (1 no 4) (2 yes 10.38) | target-name"},
	{"19", sheet("id\tdiagnosis\ta\tb\n", "9{i}\t{M|B}\t{a}\t{b}\n", 9),
		"UTF-8 tab 9: idn- diagnosisc= an> bn> | (91 M 4 5) (92 B 10.38 11.38) | target-name index"},
	{"19", sheet("x,y,class\n", "{a},{b},{0|1}\n", 12),
		"UTF-8 comma 12: xn> yn> classn= | (4 5 0) (10.38 11.38 1) | target-name"},
	{"19", sheet("a,quality,b,kind\n", "{a},{5|6},{b},{red|white}\n", 12),
		"UTF-8 comma 12: an> qualityn= bn> kindc> | (4 5 5 red) (10.38 6 11.38 white) | target-name"},
	{"19", sheet("PassengerId,Survived,Pclass,Name,Sex,Age,Cabin\n", "{i},{0|1},{3|1},\"Doe, Mr. J{i} (\"\"X\"\")\",{male|female},{a},{|C85}\n", 14),
		"UTF-8 comma 14: PassengerIdn- Survivedn= Pclassn> Namet- Sexc> Agen> Cabinc- | (1 0 3 Doe, Mr. J1 … male) (2 1 1 Doe, Mr. J2 … female) | missing-empty target-name many-texts constant index"},
	{"16", "label,text,length\n" + sheet("", "{spam|ham},\"Hello there number {i}, how are you today and everybody else?\",{b}\n", 12),
		"UTF-8 comma 12: labelc= textt- lengthn> | (spam Hello there … 5) (ham Hello there … 11.38) | target-name many-texts"},
	{"20", sheet("share;growth;class\n", "{a,} %;-{b,} %;{no|yes}\n", 12),
		"UTF-8 semicolon 12: sharen> growthn> classc= | (4 -5 no) (10.38 -11.38 yes) | decimal-comma percent target-name"},
	{"20", sheet("a,b,class\n", "−{a},–{b},{no|yes}\n", 12),
		"UTF-8 comma 12: an> bn> classc= | (-4 -5 no) (-10.38 -11.38 yes) | signs target-name"},
	{"20", sheet("a\tb\tclass\n", "{１２％|３４％}\t{b}\t{no|yes}\n", 12),
		"UTF-8 tab 12: an> bn> classc= | (12 5 no) (34 11.38 yes) | percent signs target-name"},
	{"20", sheet("a,b,class\n", "\"({a})\",\"${1,250.50|2,250.50}\",{no|yes}\n", 12),
		"UTF-8 comma 12: an> bn> classc= | (-4 1250.5 no) (-10.38 2250.5 yes) | thousands currency signs target-name"},
	{"20", sheet("a,b,class\n", "{a}%,{b},{no|yes}\n", 12) + "n/a,5,no\n",
		"UTF-8 comma 13: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | missing percent target-name"},
	{"21", sheet("Survey, 2019\n\na,b,class\n", "{a},{b},{no|yes}\n", 12),
		"UTF-8 comma 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | title target-name"},
	{"21", sheet("Survey;;\r\nof leaves;;\r\n;;\r\na;b;class\r\n", "{a,};{b,};{no|yes}\r\n", 12),
		"UTF-8 semicolon 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | title decimal-comma target-name"},
	{"21", sheet("# made by a program\n# on Monday\na\tb\tclass\n", "{a}\t{b}\t{no|yes}\n", 12),
		"UTF-8 tab 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | comments target-name"},
	{"21", "\ufeff" + sheet("Titel|\n\n\na|b|class\n", "{a,}|{b,}|{no|yes}\n", 12),
		"UTF-8 pipe 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | title decimal-comma target-name"},
	{"21", sheet("Leaf survey of nineteen seventy\na b class\n", "{a} {b} {no|yes}\n", 12),
		"UTF-8 spaces 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | title target-name"},
	{"22", sheet("day;sales\n", "0{1|2}.0{3|4}.2012;{a,}\n", 12),
		"UTF-8 semicolon 12: dayd> salesn= | (15400 4) (15432 10.38) | decimal-comma dates target-last"},
	{"17", sheet("mpg hp car\n", "{a}   {b}  \t\"chevrolet {malibu|nova}\"\n", 12),
		"UTF-8 spaces 12: mpgn> hpn> carc= | (4 5 chevrolet ma…) (10.38 11.38 chevrolet no…) | target-last"},
	{"22", sheet("day;sales\n", "{1|17}.{i}.2010;{a,}\n", 12),
		"UTF-8 semicolon 12: dayd> salesn= | (14610 4) (14657 10.38) | decimal-comma dates target-last"},
	{"22", sheet("when,sales\n", "2010-03-{i} 14:30:00,{a}\n", 12),
		"UTF-8 comma 12: whend> salesn= | (14669.604166… 4) (14670.604166… 10.38) | dates target-last"},
	{"22", sheet("day\tsales\n", "{i}/{20|21}/2011\t{a}\n", 12),
		"UTF-8 tab 12: dayd> salesn= | (14994 4) (15026 10.38) | dates target-last"},
	{"22", sheet("month,sales\n", "2010/{i},{a}\n", 12),
		"UTF-8 comma 12: monthd> salesn= | (14610 4) (14641 10.38) | dates target-last"},
	{"22", sheet("日期,销量\n", "2020年{i}月5日,{a}\n", 12),
		"UTF-8 comma 12: 日期d> 销量n= | (18266 4) (18297 10.38) | dates target-last"},
	{"22", sheet("day,sales\n", "{i} Jan 2012,{a}\n", 12),
		"UTF-8 comma 12: dayd> salesn= | (15340 4) (15341 10.38) | dates target-last"},
	{"22", sheet("day,sales\n", "0{1|2}/0{3|4}/2012,{a}\n", 12),
		"UTF-8 comma 12: dayd> salesn= | (15400 4) (15432 10.38) | dates date-order target-last"},
	{"20", sheet("a\tb\tclass\n", "{a}\t{12.50-|12.50}\t{no|yes}\n", 12),
		"UTF-8 tab 12: an> bn> classc= | (4 -12.5 no) (10.38 12.5 yes) | signs target-name"},
	{"05", sheet("likes,price,class\n", "{10.4k|1.2M},CHF {b},{no|yes}\n", 12),
		"UTF-8 comma 12: likesn> pricen> classc= | (10400 5 no) (1.2e+06 11.38 yes) | currency multiples target-name"},
	{"05", sheet("价格,面积,类别\n", "{10.5万|2亿},{a}㎡,{是|否}\n", 12),
		"UTF-8 comma 12: 价格n> 面积n> 类别c= | (105000 4 是) (2e+08 10.38 否) | multiples units target-name"},
	{"05", sheet("preço;b;classe\n", "R$ {2.020,00|3.500,50};{b,};{sim|não}\n", 12),
		"UTF-8 semicolon 12: preçon> bn> classec= | (2020 5 sim) (3500.5 11.38 não) | decimal-comma thousands currency target-last"},
	{"14", sheet("a,b,class\n", "~{a},{b}±0.1,{no|yes}\n", 12),
		"UTF-8 comma 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | spread signs target-name"},
	{"15", sheet("“a”,“b”,“class”\n", "“{a}”,'{b}',{no|yes}\n", 12),
		"UTF-8 comma 12: “a”n> “b”n> “class”c= | (4 5 no) (10.38 11.38 yes) | signs target-name"},
	{"15", sheet("\"a,b,class\"\n", "\"{a},{b},\"\"{no|yes}\"\"\"\n", 12),
		"UTF-8 comma 12: an> bn> classc= | (4 5 no) (10.38 11.38 yes) | lines-quoted target-name"},
	{"09", sheet("长，宽，类别\n", "{a}，{b}，{是|否}\n", 12),
		"UTF-8 comma 12: 长n> 宽n> 类别c= | (4 5 是) (10.38 11.38 否) | separators-wide target-name"},
	{"21", sheet("Length,Width,Species\n(cm),(cm),\n", "{a},{b},{x|y}\n", 12),
		"UTF-8 comma 12: Lengthn> Widthn> Speciesc= | (4 5 x) (10.38 11.38 y) | units-line target-name"},
	{"21", sheet("a\tb\tclass\nc\tc\td\n\t\tclass\n", "{a}\t{b}\t{x|y}\n", 12),
		"UTF-8 tab 12: an> bn> classc= | (4 5 x) (10.38 11.38 y) | units-line units-line target-name"},
	{"21", sheet(",sepal,sepal,\nid,length,width,species\n", "{i},{a},{b},{x|y}\n", 12),
		"UTF-8 comma 12: idn- sepal lengthn> sepal widthn> speciesc= | (1 4 5 x) (2 10.38 11.38 y) | header-two target-name index"},
	{"21", sheet("a,b,class\n", "{a},{b},{x|y}\n", 12) + sheet("a,b,class\n", "{a},{b},{x|y}\n", 12),
		"UTF-8 comma 24: an> bn> classc= | (4 5 x) (10.38 11.38 y) | names-again target-name"},
	{"14", sheet("region;sales;class\n", "r{i};{a,};{x|y}\n", 12) + "Total:;98,50;\n",
		"UTF-8 semicolon 12: regiont- salesn> classc= | (r1 4 x) (r2 10.38 y) | sum-line decimal-comma target-name many-texts"},
	{"03", sheet("a,b,class\n", "{a},{b},{Yes|yes}\n", 12),
		"UTF-8 comma 12: an> bn> classc= | (4 5 Yes) (10.38 11.38 yes) | spellings target-name"},
	{"03", sheet("a,b,class\n", "{a},{b},k{i}\n", 11) + sheet("", "{a},{b},k{i}\n", 11),
		"UTF-8 comma 22: an> bn= classc> | (4 5 k1) (10.38 11.38 k2) | target-many target-last"},
	{"08", "x,y\n1,2\n2,4\n3,8\n",
		"UTF-8 comma 3: xn> yn= | (1 2) (2 4) | target-last"},
	{"19", sheet("Customer ID,a,b,class\n", "{9{i}|7{i}},{a},{b},{x|y}\n", 0) + "9,1,2,x\n7,2,1,y\n8,1,1,x\n",
		"UTF-8 comma 3: Customer IDn- an> bn> classc= | (9 1 2 x) (7 2 1 y) | target-name index"},
	{"07", sheet("a,b,class\n", "{a},{b},{x|y}\n", 12) + "-999,5,x\nn.a.,5,y\n",
		"UTF-8 comma 14: an> bn> classc= | (4 5 x) (10.38 11.38 y) | missing stand-in target-name"},
	{"01", sheet("a,a,class\n", "{a},{b},{"+strings.Repeat("long ", 30)+"1|"+strings.Repeat("long ", 30)+"2}\n", 12),
		"UTF-8 comma 12: an> a (2)n> classc= | (4 5 long long lo…) (10.38 11.38 long long lo…) | names-numbered target-name"},
	{"22", sheet("when,sales\n", "\"{Mon, 27 Nov|Wed, 06 Dec} 2023 08:00:00 GMT\",{a}\n", 12),
		"UTF-8 comma 12: whend> salesn= | (19688.333333… 4) (19697.333333… 10.38) | dates target-last"},
	{"22", sheet("when,sales\n", "{Nov|Dec}-23,{a}\n", 12),
		"UTF-8 comma 12: whend> salesn= | (19662 4) (19692 10.38) | dates target-last"},
	{"22", sheet("when;sales\n", "{i}. {Januar|März} 2023;{a,}\n", 12),
		"UTF-8 semicolon 12: whend> salesn= | (19358 4) (19418 10.38) | decimal-comma dates target-last"},
	{"22", sheet("when,sales\n", "2023-11-{i} {上午|下午}8:30,{a}\n", 12),
		"UTF-8 comma 12: whend> salesn= | (19662.354166… 4) (19663.854166… 10.38) | dates target-last"},
	{"22", sheet("when,sales\n", "17000000{i},{a}\n", 9) + "170000005,9\n",
		"UTF-8 comma 10: whenn> salesn= | (1.70000001e+… 4) (1.70000002e+… 10.38) | rounded target-last"},
	{"11", cyrillic(sheet("длина;ширина;вид\n", "{a,};{b,};{кошка|собака}\n", 12)),
		"Windows-1251 semicolon 12: длинаn> ширинаn> видc= | (4 5 кошка) (10.38 11.38 собака) | encoding decimal-comma target-last"},
	{"11", "\xa8\xad\xb0\xaa,b,class\n" + sheet("", "{a},{b},{\xa4k|\xa8k}\n", 12),
		"Windows-1252 comma 12: ¨·°ªn> bn> classc= | (4 5 ¤k) (10.38 11.38 ¨k) | encoding encoding-doubt target-name"},
	{"11", "\xaa\xf8\xab\xd7,\xbc\x65\xab\xd7,class\n" + sheet("", "{a},{b},{x|y}\n", 12),
		"Windows-1252 comma 12: ªø«×n> ¼e«×n> classc= | (4 5 x) (10.38 11.38 y) | encoding encoding-doubt target-name"},
	{"24", pixels("label", ",", 8, false),
		"UTF-8 comma 20: labeln= p0n> p1n> and 62 more | (0 0 0 0 0) (1 0 1 2 3) | target-name pixels"},
	{"24", pixels("", ",", 28, false),
		"UTF-8 comma 20: column 1n= column 2n> column 3n> and 782 more | (0 0 0 0 0) (1 0 1 2 3) | header-no target-last pixels"},
	{"24", pixels("class", ";", 16, true),
		"UTF-8 semicolon 20: p0n> p1n> p2n> and 254 more | (0 0 0 0 0) (0 1 2 3 4) | target-name pixels"},
	{"24", pixels("label", "\t", 32, false),
		"UTF-8 tab 20: labeln= p0n> p1n> and 1022 more | (0 0 0 0 0) (1 0 1 2 3) | target-name pixels"},
	{"24", pixels("", " ", 12, true),
		"UTF-8 spaces 20: column 1n> column 2n> column 3n> and 142 more | (0 0 0 0 0) (0 1 2 3 4) | header-no target-last pixels"},
}

// pixels makes a table of images with their class first or last, with names if the
// class has one.
func pixels(class, separator string, side int, last bool) string {
	var b strings.Builder
	line := func(label string, pixel func(i int) string) {
		cells := []string{label}
		for i := range side * side {
			cells = append(cells, pixel(i))
		}
		if last {
			cells = append(cells[1:], label)
		}
		b.WriteString(strings.Join(cells, separator) + "\n")
	}
	if class != "" {
		line(class, func(i int) string { return "p" + strconv.Itoa(i) })
	}
	for k := range 20 {
		line(strconv.Itoa(k%2), func(i int) string { return strconv.Itoa((i/side + k) % 2 * (i * k % 256)) })
	}
	return b.String()
}

// TestOwnCases reads tables of the same kinds as the files.
func TestOwnCases(t *testing.T) {
	for i, c := range ownCases {
		table, err := Read([]byte(c.text), Choices{})
		if err != nil {
			t.Errorf("%d, as %s: %v", i, c.kind, err)
			continue
		}
		if got := understood(table); got != c.want {
			t.Errorf("%d, as %s: understood as\n%s, not\n%s", i, c.kind, got, c.want)
		}
		if again, err := Read([]byte(c.text), Choices{}); err != nil || !reflect.DeepEqual(again, table) {
			t.Errorf("%d, as %s: it is read in two ways, %v", i, c.kind, err)
		}
		if s, err := table.Samples(""); err != nil || s.Len() == 0 {
			t.Errorf("%d, as %s: %v", i, c.kind, err)
		}
	}
}
