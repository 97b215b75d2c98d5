<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About VGG Desktop</source>
        <translation>VGG Desktop 정보</translation>
    </message>
    <message>
        <source>Sorts pictures and learns new classes, all on this computer.</source>
        <translation>사진을 분류하고 새로운 클래스를 배웁니다. 모두 이 컴퓨터 안에서 이루어집니다.</translation>
    </message>
    <message>
        <source>MIT licence. Qt is used under the LGPL; torch and Pillow under their own free licences.</source>
        <translation>MIT 라이선스. Qt는 LGPL에 따라, torch와 Pillow는 각자의 자유 라이선스에 따라 사용합니다.</translation>
    </message>
    <message>
        <source>Built-in model: made from the convolutions of VGG-16 by Karen Simonyan and Andrew Zisserman, Visual Geometry Group, University of Oxford (CC BY 4.0, changed); taught by EfficientNet-Lite2 (Apache 2.0).</source>
        <translation>기본 모델: 옥스퍼드 대학교 Visual Geometry Group의 Karen Simonyan과 Andrew Zisserman이 만든 VGG-16의 합성곱 층(CC BY 4.0, 변경됨)으로 만들었고 EfficientNet-Lite2(Apache 2.0)가 가르쳤습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Kinds of things: WordNet 3.0, © 2006 Princeton University, under the WordNet licence.</source>
        <translation>사물의 종류: WordNet 3.0, © 2006 Princeton University, WordNet 라이선스.</translation>
    </message>
    <message>
        <source>No model is loaded yet.</source>
        <translation>아직 불러온 모델이 없습니다.</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>명시되지 않음</translation>
    </message>
    <message>
        <source>Model: {architecture}, licence {licence}.</source>
        <translation>모델: {architecture}, 라이선스: {licence}.</translation>
    </message>
</context>
<context>
    <name>AnswerCommands</name>
    <message>
        <source>The command is copied.</source>
        <translation>명령을 복사했습니다.</translation>
    </message>
    <message>
        <source>The result is copied.</source>
        <translation>결과를 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>CalibrateDialog</name>
    <message>
        <source>Calibrate</source>
        <translation>보정하기</translation>
    </message>
    <message>
        <source>There is a model of this name already.</source>
        <translation>같은 이름의 모델이 이미 있습니다.</translation>
    </message>
    <message>
        <source>This cannot be the name of a file.</source>
        <translation>파일 이름으로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>What the copy is called</source>
        <translation>사본의 이름</translation>
    </message>
    <message>
        <source>Writes a copy of the model whose scores mean what they say. Every second picture fits the temperature, and the score below which the model says “not sure”; the others measure both.</source>
        <translation>점수가 뜻하는 그대로인 모델 사본을 만듭니다. 사진의 절반으로 온도와 ‘확실하지 않음’의 기준 점수를 맞추고, 나머지 절반으로 그 둘을 확인합니다.</translation>
    </message>
</context>
<context>
    <name>CalibrationCard</name>
    <message>
        <source>Calibration</source>
        <translation>보정</translation>
    </message>
    <message>
        <source>On average the score is off by {ece}; {calibrated} after calibration (temperature {temperature}).</source>
        <translation>점수는 평균 {ece} 어긋나며, 보정 후에는 {calibrated}입니다(온도 {temperature}).</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
</context>
<context>
    <name>ClassModel</name>
    <message>
        <source>{name}: {train} for training, {val} for validation</source>
        <translation>{name}: 학습용 {train}, 검증용 {val}</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
</context>
<context>
    <name>ClassifyActions</name>
    <message>
        <source>Open pictures…</source>
        <translation>사진 열기…</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>폴더 열기…</translation>
    </message>
    <message>
        <source>Export results…</source>
        <translation>결과 내보내기…</translation>
    </message>
    <message>
        <source>Copy result</source>
        <translation>결과 복사</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>Paste pictures</source>
        <translation>사진 붙여넣기</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Fit into the window</source>
        <translation>창에 맞추기</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>실제 크기</translation>
    </message>
    <message>
        <source>Show the table</source>
        <translation>표 보기</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>다음 사진</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>이전 사진</translation>
    </message>
    <message>
        <source>More labels</source>
        <translation>레이블 더 보기</translation>
    </message>
    <message>
        <source>Fewer labels</source>
        <translation>레이블 줄이기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Show what could not be read</source>
        <translation>읽지 못한 파일 보기</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>최근 파일 열기</translation>
    </message>
</context>
<context>
    <name>ClassifyPage</name>
    <message>
        <source>Ready. Everything stays on this computer.</source>
        <translation>준비되었습니다. 모든 것은 이 컴퓨터에만 남습니다.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>붙여넣은 사진</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns of the table</source>
        <translation>표의 열</translation>
    </message>
    <message>
        <source>Fold that validates</source>
        <translation>검증할 폴드</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Paths of the pictures</source>
        <translation>사진 경로</translation>
    </message>
    <message>
        <source>The table does not say itself what stands in which column.</source>
        <translation>어느 열에 무엇이 있는지 표에 나와 있지 않습니다.</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>이대로 쓰기</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>There is no other run yet.</source>
        <translation>아직 다른 실행이 없습니다.</translation>
    </message>
</context>
<context>
    <name>ConfusionModel</name>
    <message>
        <source>{count} of {target} taken for {predicted}</source>
        <translation>{target} 중 {count}장을 {predicted}(으)로 봄</translation>
    </message>
    <message>
        <source>{count} of {target} recognised</source>
        <translation>{target} 중 {count}장을 알아봄</translation>
    </message>
</context>
<context>
    <name>ConfusionPart</name>
    <message>
        <source>Rows: what it is. Columns: what it was taken for.</source>
        <translation>행: 실제 클래스. 열: 모델이 본 클래스.</translation>
    </message>
    <message>
        <source>Choose a cell to see its pictures.</source>
        <translation>칸을 선택하면 그 사진들이 보입니다.</translation>
    </message>
</context>
<context>
    <name>ConfusionView</name>
    <message>
        <source>Confusion matrix: rows are the true classes, columns the predicted ones</source>
        <translation>혼동 행렬: 행은 실제 클래스, 열은 예측한 클래스</translation>
    </message>
</context>
<context>
    <name>CorrectingBar</name>
    <message>
        <source>The right label</source>
        <translation>올바른 레이블</translation>
    </message>
    <message>
        <source>It is really</source>
        <translation>실제로는</translation>
    </message>
    <message>
        <source>Choose a picture to open it.</source>
        <translation>열어 볼 사진을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a picture to open or correct it.</source>
        <translation>사진을 선택해 열거나 고치세요.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Train without this picture (Delete)</source>
        <translation>이 사진을 빼고 학습 (Delete)</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>원래대로</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
</context>
<context>
    <name>CorrectionsPanel</name>
    <message>
        <source>Corrections</source>
        <translation>수정</translation>
    </message>
    <message>
        <source>Take back the last correction (Ctrl+Z)</source>
        <translation>마지막 수정을 되돌립니다(Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Move the files…</source>
        <translation>파일 옮기기…</translation>
    </message>
    <message>
        <source>Put corrected pictures into the folders of their classes; shown first</source>
        <translation>수정한 사진을 해당 클래스 폴더로 옮깁니다. 먼저 보여 줍니다</translation>
    </message>
    <message>
        <source>Move the files back</source>
        <translation>파일 되돌려 놓기</translation>
    </message>
    <message>
        <source>Train again with these</source>
        <translation>수정한 내용으로 다시 학습</translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s), kept in corrections.csv beside the run. No picture is changed.</source>
        <translation>
            <numerusform>수정 %n건. 실행 옆의 corrections.csv에 저장되며 사진은 바뀌지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is corrected yet. Choose a wrong label under Mistakes or in the confusion matrix.</source>
        <translation>아직 수정한 것이 없습니다. 오답이나 혼동 행렬에서 잘못된 레이블을 선택하세요.</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>Arrow keys read the values, + and − zoom, with Ctrl upwards and downwards, Shift and arrow keys move what is shown, Home shows all. The wheel zooms, with Ctrl upwards and downwards; dragging moves.</source>
        <translation>화살표 키로 값을 읽고 +와 −로 확대·축소합니다. Ctrl을 함께 누르면 세로로 확대·축소합니다. Shift+화살표 키로 보이는 부분을 옮기고 Home으로 전체를 봅니다. 휠은 확대·축소, Ctrl+휠은 세로 확대·축소, 끌기는 이동입니다.</translation>
    </message>
</context>
<context>
    <name>CurveSummary</name>
    <message>
        <source>No steps yet.</source>
        <translation>아직 단계가 없습니다.</translation>
    </message>
    <message>
        <source>Training loss went from {first} to {last} in {epochs} epochs.</source>
        <translation>학습 손실은 {epochs} 에포크 동안 {first}에서 {last}(으)로 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Validation accuracy is {last}; the best was {best} in epoch {epoch}. Training accuracy is {training}.</source>
        <translation>검증 정확도는 {last}이며, 최고는 에포크 {epoch}의 {best}입니다. 학습 정확도는 {training}입니다.</translation>
    </message>
    <message>
        <source>Validation loss is {last}; it was {best} in the best epoch, {epoch}.</source>
        <translation>검증 손실은 {last}이며, 가장 좋았던 에포크 {epoch}에서는 {best}였습니다.</translation>
    </message>
    <message>
        <source>No epoch is complete yet.</source>
        <translation>아직 끝난 에포크가 없습니다.</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>The curve begins with the first step.</source>
        <translation>곡선은 첫 단계부터 그려집니다.</translation>
    </message>
    <message>
        <source>best {value}, epoch {epoch}</source>
        <translation>최고 {value}, 에포크 {epoch}</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>No smoothing</source>
        <translation>다듬지 않음</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>약하게</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>강하게</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>다듬기</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>비교할 실행</translation>
    </message>
    <message>
        <source>Logarithmic loss</source>
        <translation>로그 눈금 손실</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>전체 실행 보기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>다듬기</translation>
    </message>
    <message>
        <source>How much the training curves are smoothed</source>
        <translation>학습 곡선을 다듬는 정도</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Other runs on the same plots</source>
        <translation>같은 그래프에 다른 실행 겹쳐 보기</translation>
    </message>
    <message>
        <source>view</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Scale, table and export</source>
        <translation>눈금, 표, 내보내기</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Back to the curves</source>
        <translation>곡선으로 돌아가기</translation>
    </message>
</context>
<context>
    <name>DeviceChip</name>
    <message>
        <source>Training on</source>
        <translation>학습 장치</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>학습한 장치</translation>
    </message>
</context>
<context>
    <name>DropVeil</name>
    <message>
        <source>Drop to open</source>
        <translation>놓으면 열립니다</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Drop pictures or a folder here</source>
        <translation>사진이나 폴더를 여기에 놓으세요</translation>
    </message>
    <message>
        <source>or paste with {keys}</source>
        <translation>또는 {keys}(으)로 붙여넣기</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>OR TRY ONE OF THESE</source>
        <translation>또는 예시 사진으로 시작하기</translation>
    </message>
</context>
<context>
    <name>EpochTable</name>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Training
loss</source>
        <translation>학습
손실</translation>
    </message>
    <message>
        <source>Validation
loss</source>
        <translation>검증
손실</translation>
    </message>
    <message>
        <source>Training
accuracy</source>
        <translation>학습
정확도</translation>
    </message>
    <message>
        <source>Validation
accuracy</source>
        <translation>검증
정확도</translation>
    </message>
    <message>
        <source>Learning
rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Top 5</source>
        <translation>상위 5</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
</context>
<context>
    <name>Estimate</name>
    <message>
        <source>{needed} of {free} free</source>
        <translation>{needed} (여유 {free})</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>아직 알 수 없음</translation>
    </message>
    <message>
        <source>about {prepare}, then {epoch} an epoch</source>
        <translation>약 {prepare}, 이후 에포크마다 {epoch}</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>약 {time}</translation>
    </message>
</context>
<context>
    <name>EvaluateActions</name>
    <message>
        <source>Calibrate…</source>
        <translation>보정…</translation>
    </message>
    <message>
        <source>Choose a CSV of path and label…</source>
        <translation>경로와 레이블의 CSV 선택…</translation>
    </message>
    <message>
        <source>Choose labelled pictures…</source>
        <translation>레이블이 있는 사진 선택…</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>다시 측정</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
</context>
<context>
    <name>EvaluatePage</name>
    <message>
        <source>A single picture does not say how good a model is.</source>
        <translation>사진 한 장으로는 모델이 얼마나 좋은지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Calibrating</source>
        <translation>보정하는 중</translation>
    </message>
    <message>
        <source>Drop a folder with a folder for each class here; best are pictures that it has not learnt from. You see how often it is right, what it mixes up, and whether its scores can be trusted.</source>
        <translation>클래스마다 폴더가 하나씩 들어 있는 폴더를 여기에 놓으세요. 모델이 학습하지 않은 사진이 가장 좋습니다. 얼마나 자주 맞히는지, 무엇을 헷갈리는지, 점수를 믿어도 되는지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Drop a folder with a folder for each class, or a CSV of path and label.</source>
        <translation>클래스마다 폴더가 들어 있는 폴더나 경로와 레이블이 적힌 CSV를 놓으세요.</translation>
    </message>
    <message>
        <source>How good is the model on your pictures?</source>
        <translation>이 모델은 내 사진에서 얼마나 잘할까요?</translation>
    </message>
    <message>
        <source>It is sure of {coverage} of the pictures, and of those {accuracy} are right. On average its scores are off by {after}; by {before} without the calibration.</source>
        <translation>사진의 {coverage}를 확신하며, 그중 {accuracy}가 맞습니다. 점수는 평균 {after} 어긋나며, 보정하지 않으면 {before} 어긋납니다.</translation>
    </message>
    <message>
        <source>Labelled pictures</source>
        <translation>레이블이 있는 사진</translation>
    </message>
    <message>
        <source>Measuring on {name}</source>
        <translation>{name}에서 측정하는 중</translation>
    </message>
    <message>
        <source>No model can be measured on {name}.</source>
        <translation>{name}(으)로는 모델을 측정할 수 없습니다.</translation>
    </message>
    <message>
        <source>Ready. Everything stays on this computer.</source>
        <translation>준비되었습니다. 모든 것은 이 컴퓨터에만 남습니다.</translation>
    </message>
    <message>
        <source>The command is copied.</source>
        <translation>명령을 복사했습니다.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>사용하기</translation>
    </message>
    <message>
        <source>{done} of {total} pictures</source>
        <translation>사진 {total}장 중 {done}장</translation>
    </message>
    <message>
        <source>{model}, calibrated</source>
        <translation>{model}, 보정됨</translation>
    </message>
    <message>
        <source>“{name}” is one of your models now.</source>
        <translation>이제 ‘{name}’도 내 모델입니다.</translation>
    </message>
</context>
<context>
    <name>EvaluationView</name>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>혼동</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>오답</translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message numerus="yes">
        <source>%n result(s) written to {name}.</source>
        <translation>
            <numerusform>결과 %n개를 {name}에 저장했습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Loss as PNG…</source>
        <translation>손실을 PNG로…</translation>
    </message>
    <message>
        <source>Loss as SVG…</source>
        <translation>손실을 SVG로…</translation>
    </message>
    <message>
        <source>Accuracy as PNG…</source>
        <translation>정확도를 PNG로…</translation>
    </message>
    <message>
        <source>Accuracy as SVG…</source>
        <translation>정확도를 SVG로…</translation>
    </message>
    <message>
        <source>Epochs as CSV…</source>
        <translation>에포크를 CSV로…</translation>
    </message>
    <message>
        <source>Steps as CSV…</source>
        <translation>단계를 CSV로…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>{name} is written.</source>
        <translation>{name}을(를) 저장했습니다.</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>클래스 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) fit no class of this model and are left out: {names}.</source>
        <translation>
            <numerusform>폴더 %n개는 이 모델의 어느 클래스와도 맞지 않아 제외했습니다: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be read.</source>
        <translation>
            <numerusform>사진 %n장을 읽을 수 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibrate…</source>
        <translation>보정…</translation>
    </message>
    <message>
        <source>It takes at least {count} pictures to calibrate a model.</source>
        <translation>모델을 보정하려면 사진이 {count}장 이상 필요합니다.</translation>
    </message>
    <message>
        <source>Measure {model}</source>
        <translation>{model} 측정</translation>
    </message>
    <message>
        <source>On average, how far the score is from how often the model is right</source>
        <translation>점수와 실제로 맞히는 비율의 평균 차이</translation>
    </message>
    <message>
        <source>Other pictures…</source>
        <translation>다른 사진…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>calibration error</source>
        <translation>보정 오차</translation>
    </message>
    <message>
        <source>right among the five best</source>
        <translation>상위 5개 안에 정답</translation>
    </message>
    <message>
        <source>the kind right in {share}</source>
        <translation>종류는 {share} 맞음</translation>
    </message>
    <message>
        <source>{right} of {count} right</source>
        <translation>{count}장 중 {right}장 정답</translation>
    </message>
    <message>
        <source>Writes a copy of the model whose scores mean what they say.</source>
        <translation>점수가 뜻하는 그대로인 모델 사본을 만듭니다.</translation>
    </message>
</context>
<context>
    <name>FileDialogs</name>
    <message>
        <source>Open pictures</source>
        <translation>사진 열기</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>사진 ({patterns})</translation>
    </message>
    <message>
        <source>Table for Excel, with a byte-order mark (*.csv)</source>
        <translation>엑셀용 표, 바이트 순서 표시 포함 (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation>사진 폴더 열기</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>결과 내보내기</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Show only this label</source>
        <translation>이 레이블만 보기</translation>
    </message>
    <message>
        <source>Show only some scores</source>
        <translation>일부 점수만 보기</translation>
    </message>
    <message>
        <source>Any score</source>
        <translation>모든 점수</translation>
    </message>
    <message>
        <source>Score at least</source>
        <translation>점수 이상</translation>
    </message>
    <message>
        <source>Score at most</source>
        <translation>점수 이하</translation>
    </message>
    <message>
        <source>Score in percent</source>
        <translation>점수(퍼센트)</translation>
    </message>
    <message>
        <source>Show only some states</source>
        <translation>일부 상태만 보기</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>모든 상태</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Show the files: {what}</source>
        <translation>파일 보기: {what}</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>{examples} and {count} more</source>
        <translation>{examples} 외 {count}개</translation>
    </message>
    <message>
        <source>Ignored: {examples}</source>
        <translation>무시함: {examples}</translation>
    </message>
</context>
<context>
    <name>FolderFlow</name>
    <message>
        <source>Looking for pictures… {count} found</source>
        <translation>사진을 찾는 중… {count}장 찾음</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read · Show</source>
        <translation>
            <numerusform>%n개를 읽지 못함 · 보기</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total} pictures</source>
        <translation>사진 {total}장 중 {done}장</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) classified</source>
        <translation>
            <numerusform>사진 %n장 분류함</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures are JPEG, PNG, WebP, GIF, BMP, TIFF, AVIF, JPEG 2000, PPM, PGM, PBM and TGA files.</source>
        <translation>사진은 JPEG, PNG, WebP, GIF, BMP, TIFF, AVIF, JPEG 2000, PPM, PGM, PBM, TGA 파일입니다.</translation>
    </message>
    <message>
        <source>getting the engine ready</source>
        <translation>엔진 준비 중</translation>
    </message>
    <message>
        <source>{count} a second</source>
        <translation>초당 {count}장</translation>
    </message>
    <message>
        <source>There are no pictures in there.</source>
        <translation>그 안에는 사진이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message>
        <source>left out</source>
        <translation>제외됨</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>메뉴 (F10)</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>{done} of {total} pictures</source>
        <translation>사진 {total}장 중 {done}장</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>폴더 선택…</translation>
    </message>
    <message>
        <source>Choose a CSV of path and label…</source>
        <translation>경로와 레이블의 CSV 선택…</translation>
    </message>
    <message>
        <source>Pictures looked at</source>
        <translation>살펴본 사진</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The report is copied. It names no folders of yours.</source>
        <translation>보고서를 복사했습니다. 사용자의 폴더 이름은 들어 있지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>모델(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>창 닫기</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>메시지 닫기</translation>
    </message>
    <message>
        <source>Open the settings file</source>
        <translation>설정 파일 열기</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>메뉴 열기</translation>
    </message>
    <message>
        <source>Choose the model</source>
        <translation>모델 선택</translation>
    </message>
    <message>
        <source>Choose where it runs</source>
        <translation>실행 장치 선택</translation>
    </message>
    <message>
        <source>Copy a report</source>
        <translation>보고서 복사</translation>
    </message>
    <message>
        <source>Open the log</source>
        <translation>로그 열기</translation>
    </message>
    <message>
        <source>About VGG Desktop</source>
        <translation>VGG Desktop 정보</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정 따르기</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>메시지 닫기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Dismiss (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n개 더</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MistakesWall</name>
    <message>
        <source>No mistakes at all.</source>
        <translation>오답이 하나도 없습니다.</translation>
    </message>
    <message>
        <source>{wrong} of {count} pictures are taken for something else; the worst come first.</source>
        <translation>사진 {count}장 중 {wrong}장을 다른 것으로 보았습니다. 가장 크게 틀린 것이 먼저 나옵니다.</translation>
    </message>
</context>
<context>
    <name>ModelChoosers</name>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>Open a weights file…</source>
        <translation>가중치 파일 열기…</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>모델 열기</translation>
    </message>
    <message>
        <source>Model weights ({patterns})</source>
        <translation>모델 가중치 ({patterns})</translation>
    </message>
    <message>
        <source>Loading {model}…</source>
        <translation>{model} 불러오는 중…</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Evaluate it on labelled pictures…</source>
        <translation>레이블이 있는 사진으로 평가…</translation>
    </message>
    <message>
        <source>The model rests and comes back when it is needed.</source>
        <translation>모델이 쉬고 있으며 필요하면 다시 돌아옵니다.</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>Known once the engine has started.</source>
        <translation>엔진이 시작되면 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Automatic: the fastest</source>
        <translation>자동: 가장 빠른 장치</translation>
    </message>
    <message>
        <source>Automatic precision</source>
        <translation>자동 정밀도</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Built-in {architecture}</source>
        <translation>기본 {architecture}</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>클래스 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovesDialog</name>
    <message>
        <source>Move corrected files</source>
        <translation>수정한 파일 옮기기</translation>
    </message>
    <message>
        <source>These files move into the folders of their classes. Nothing is overwritten, and it can be undone. Runs that are paused on these pictures cannot be resumed afterwards.</source>
        <translation>이 파일들을 해당 클래스 폴더로 옮깁니다. 덮어쓰는 것은 없으며 되돌릴 수 있습니다. 이 사진들로 일시정지한 실행은 이후 재개할 수 없습니다.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>원래 위치</translation>
    </message>
    <message>
        <source>To</source>
        <translation>옮길 위치</translation>
    </message>
    <message numerus="yes">
        <source>Move %n file(s)</source>
        <translation>
            <numerusform>파일 %n개 옮기기</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>No file has to be moved: excluded pictures stay where they are.</source>
        <translation>옮길 파일이 없습니다. 제외한 사진은 그대로 둡니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) moved.</source>
        <translation>
            <numerusform>파일 %n개를 옮겼습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) moved back.</source>
        <translation>
            <numerusform>파일 %n개를 되돌려 놓았습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
</context>
<context>
    <name>OpenCommands</name>
    <message>
        <source>Copy a picture or some files first. Addresses are not fetched from the network.</source>
        <translation>먼저 사진이나 파일을 복사하세요. 주소에 있는 사진을 네트워크에서 가져오지는 않습니다.</translation>
    </message>
    <message>
        <source>There is no picture to paste.</source>
        <translation>붙여넣을 사진이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Classify</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>평가</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
</context>
<context>
    <name>PictureCard</name>
    <message>
        <source>{number} of {count}</source>
        <translation>{count}장 중 {number}번째</translation>
    </message>
    <message>
        <source>Damaged: this is what could be read.</source>
        <translation>손상됨: 읽을 수 있는 부분만 보입니다.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>이전 사진</translation>
    </message>
    <message>
        <source>Previous picture (Left)</source>
        <translation>이전 사진 (왼쪽 화살표)</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>다음 사진</translation>
    </message>
    <message>
        <source>Next picture (Right)</source>
        <translation>다음 사진 (오른쪽 화살표)</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>사진</translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message>
        <source>The command is copied.</source>
        <translation>명령을 복사했습니다.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>시작하는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) need a look.</source>
        <translation>
            <numerusform>설정 %n개를 확인하세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drop a folder of class folders here</source>
        <translation>클래스별 폴더가 든 폴더를 여기에 놓으세요</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>{name} 살펴보는 중</translation>
    </message>
    <message>
        <source>One folder for each class, with its pictures inside: flowers/daisy, flowers/roses…</source>
        <translation>클래스마다 폴더 하나, 그 안에 사진: 꽃/데이지, 꽃/장미…</translation>
    </message>
    <message>
        <source>Pictures to train on</source>
        <translation>학습할 사진</translation>
    </message>
    <message>
        <source>These pictures cannot be trained on as they are.</source>
        <translation>이 사진들로는 그대로 학습할 수 없습니다.</translation>
    </message>
    <message>
        <source>With the corrections of “{name}”.</source>
        <translation>“{name}”의 수정 사항을 반영합니다.</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>As the folder shows</source>
        <translation>폴더에서 보이는 대로</translation>
    </message>
    <message>
        <source>For example, {path} is {label}</source>
        <translation>예: {path} → {label}</translation>
    </message>
    <message>
        <source>I read it as a split: {sides}.</source>
        <translation>나눠진 데이터로 읽었습니다: {sides}.</translation>
    </message>
    <message>
        <source>I read it as a table: paths in “{path}”, labels in “{label}”, the split in “{split}”.</source>
        <translation>표로 읽었습니다. 경로는 “{path}”, 레이블은 “{label}”, 분할은 “{split}” 열입니다.</translation>
    </message>
    <message>
        <source>I read it as a table: paths in “{path}”, labels in “{label}”.</source>
        <translation>표로 읽었습니다. 경로는 “{path}”, 레이블은 “{label}” 열입니다.</translation>
    </message>
    <message>
        <source>I read it as class folders that hold the sides of the split themselves.</source>
        <translation>클래스 폴더마다 학습·검증 폴더가 들어 있는 것으로 읽었습니다.</translation>
    </message>
    <message>
        <source>I read it as classes one level down, wherever they lie.</source>
        <translation>한 단계 아래 폴더를 클래스로 읽었습니다. 어디에 있든 이름이 같으면 한 클래스입니다.</translation>
    </message>
    <message>
        <source>I read it as one folder for each class.</source>
        <translation>폴더 하나를 클래스 하나로 읽었습니다.</translation>
    </message>
    <message>
        <source>Looked through: {folders}</source>
        <translation>지나친 폴더: {folders}</translation>
    </message>
    <message>
        <source>Read each folder as a class</source>
        <translation>폴더마다 클래스로 읽기</translation>
    </message>
    <message>
        <source>Read the folders as sides of a split</source>
        <translation>폴더를 학습·검증으로 읽기</translation>
    </message>
    <message>
        <source>Read the folders within as classes</source>
        <translation>안쪽 폴더를 클래스로 읽기</translation>
    </message>
    <message>
        <source>Test: {path} is {label}</source>
        <translation>테스트: {path} → {label}</translation>
    </message>
    <message>
        <source>Training: {path} is {label}</source>
        <translation>학습: {path} → {label}</translation>
    </message>
    <message>
        <source>Validation: {path} is {label}</source>
        <translation>검증: {path} → {label}</translation>
    </message>
    <message>
        <source>{folder} for the final evaluation</source>
        <translation>{folder} 최종 평가용</translation>
    </message>
    <message>
        <source>{folder} for training</source>
        <translation>{folder} 학습용</translation>
    </message>
    <message>
        <source>{folder} for validation</source>
        <translation>{folder} 검증용</translation>
    </message>
</context>
<context>
    <name>ReadingRow</name>
    <message>
        <source>Choose the columns…</source>
        <translation>열 고르기…</translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>시작 가중치</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>깊이</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>배치 정규화</translation>
    </message>
    <message>
        <source>Classifier head</source>
        <translation>분류기 헤드</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>Pooled map</source>
        <translation>풀링 맵</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>What is trained</source>
        <translation>학습 범위</translation>
    </message>
    <message>
        <source>Trained blocks</source>
        <translation>학습할 블록</translation>
    </message>
    <message>
        <source>Rate from block to block</source>
        <translation>블록 간 학습률 비율</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Micro-batches</source>
        <translation>마이크로배치</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>인내</translation>
    </message>
    <message>
        <source>Input size</source>
        <translation>입력 크기</translation>
    </message>
    <message>
        <source>Sizes by epoch</source>
        <translation>에포크별 크기</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>검증 비율</translation>
    </message>
    <message>
        <source>Group pattern</source>
        <translation>그룹 패턴</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>최적화 알고리즘</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <translation>기울기 클리핑</translation>
    </message>
    <message>
        <source>Weight averaging</source>
        <translation>가중치 평균</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>증강</translation>
    </message>
    <message>
        <source>Mixup</source>
        <translation>믹스업</translation>
    </message>
    <message>
        <source>Cutmix</source>
        <translation>컷믹스</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>레이블 스무딩</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>클래스 가중치</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Decoding threads</source>
        <translation>디코딩 스레드</translation>
    </message>
    <message>
        <source>CPU threads</source>
        <translation>CPU 스레드</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Deterministic</source>
        <translation>결정적 실행</translation>
    </message>
    <message>
        <source>Picture cache</source>
        <translation>사진 캐시</translation>
    </message>
    <message>
        <source>Widths of the hidden layers of a custom head.</source>
        <translation>사용자 지정 헤드의 은닉층 너비.</translation>
    </message>
    <message>
        <source>Side of the pooled map that a custom head sees.</source>
        <translation>사용자 지정 헤드가 보는 풀링 맵의 한 변.</translation>
    </message>
    <message>
        <source>Factor on the channels of every convolution; 1 is the published width.</source>
        <translation>모든 합성곱 채널에 곱하는 값. 1이면 논문과 같은 너비입니다.</translation>
    </message>
    <message>
        <source>Share of the head&apos;s activations dropped while training.</source>
        <translation>학습 중에 끄는 헤드 활성값의 비율.</translation>
    </message>
    <message>
        <source>Convolution blocks that are trained, counted from the last.</source>
        <translation>마지막에서부터 세어 학습할 합성곱 블록 수.</translation>
    </message>
    <message>
        <source>Learning rate of each block relative to the next one; 1 is the same rate everywhere.</source>
        <translation>다음 블록 대비 각 블록의 학습률. 1이면 모두 같습니다.</translation>
    </message>
    <message>
        <source>Passes over the training pictures.</source>
        <translation>학습 사진 전체를 훑는 횟수.</translation>
    </message>
    <message>
        <source>Pictures in one step. Automatic: measured, leaving 1.5 GB free.</source>
        <translation>한 단계의 사진 수. 자동: 1.5 GB를 남기도록 측정합니다.</translation>
    </message>
    <message>
        <source>Parts that a step is split into, to save memory.</source>
        <translation>메모리를 아끼기 위해 한 단계를 나누는 수.</translation>
    </message>
    <message>
        <source>Stop after so many epochs without gain in validation accuracy; 0: never.</source>
        <translation>검증 정확도가 이만큼의 에포크 동안 오르지 않으면 중지합니다. 0: 중지하지 않음.</translation>
    </message>
    <message>
        <source>Progressive resizing: from which epoch on, which size.</source>
        <translation>점진적 크기 조정: 어느 에포크부터 어떤 크기인지.</translation>
    </message>
    <message>
        <source>Share of the pictures kept for validation, when the folder has no val.</source>
        <translation>폴더에 val이 없을 때 검증용으로 남기는 사진의 비율.</translation>
    </message>
    <message>
        <source>The highest rate of the run. Automatic: by optimiser and by what is trained.</source>
        <translation>실행 중 가장 높은 학습률. 자동: 최적화 알고리즘과 학습 범위에 따름.</translation>
    </message>
    <message>
        <source>Momentum of SGD, or the first beta of Adam.</source>
        <translation>SGD의 모멘텀 또는 Adam의 첫 번째 베타.</translation>
    </message>
    <message>
        <source>Largest norm of the gradient; 0: no clipping.</source>
        <translation>기울기의 최대 크기. 0: 자르지 않음.</translation>
    </message>
    <message>
        <source>Decay a step of the averaged weights that are validated and kept; 0: none.</source>
        <translation>검증하고 보관하는 평균 가중치의 단계별 감쇠. 0: 없음.</translation>
    </message>
    <message>
        <source>Random changes to training pictures: flips, crops, colour, erasing.</source>
        <translation>학습 사진의 무작위 변형: 뒤집기, 자르기, 색, 지우기.</translation>
    </message>
    <message>
        <source>How strongly pairs of pictures are blended (alpha); 0: not at all.</source>
        <translation>사진 두 장을 섞는 세기(알파). 0: 섞지 않음.</translation>
    </message>
    <message>
        <source>How strongly parts of pictures are swapped (alpha); 0: not at all.</source>
        <translation>사진 일부를 바꿔 넣는 세기(알파). 0: 바꾸지 않음.</translation>
    </message>
    <message>
        <source>Share of each target that is spread over all classes.</source>
        <translation>목표값 중 모든 클래스에 나누는 비율.</translation>
    </message>
    <message>
        <source>Arithmetic of the forward pass.</source>
        <translation>순전파 계산의 정밀도.</translation>
    </message>
    <message>
        <source>Threads that decode pictures; 0: one a core.</source>
        <translation>사진을 디코딩하는 스레드 수. 0: 코어마다 하나.</translation>
    </message>
    <message>
        <source>Threads of the arithmetic on a CPU; 0: one a core.</source>
        <translation>CPU 계산 스레드 수. 0: 코어마다 하나.</translation>
    </message>
    <message>
        <source>Decides the split and every random choice.</source>
        <translation>분할과 모든 무작위 선택을 정합니다.</translation>
    </message>
    <message>
        <source>Only repeatable algorithms on a GPU; slower. A CPU run always is.</source>
        <translation>GPU에서 반복 가능한 알고리즘만 사용하며 더 느립니다. CPU 실행은 항상 그렇습니다.</translation>
    </message>
    <message>
        <source>Most that the cache of decoded pictures may take on disk.</source>
        <translation>디코딩한 사진 캐시가 디스크에서 차지할 수 있는 최대 크기.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>정규화 기법</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>컴퓨터</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>published (4096, 4096)</source>
        <translation>논문 (4096, 4096)</translation>
    </message>
    <message>
        <source>classic notebook (2048, 1024)</source>
        <translation>고전 노트북 (2048, 1024)</translation>
    </message>
    <message>
        <source>global average pooling</source>
        <translation>전역 평균 풀링</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>사용자 지정</translation>
    </message>
    <message>
        <source>last layer</source>
        <translation>마지막 층</translation>
    </message>
    <message>
        <source>classifier</source>
        <translation>분류기</translation>
    </message>
    <message>
        <source>classifier and last blocks</source>
        <translation>분류기와 마지막 블록</translation>
    </message>
    <message>
        <source>whole network</source>
        <translation>전체 신경망</translation>
    </message>
    <message>
        <source>SGD with Nesterov momentum</source>
        <translation>네스테로프 모멘텀 SGD</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Balanced: rare classes count more, by the inverse of their counts.</source>
        <translation>균형: 드문 클래스에 개수의 역수만큼 더 큰 무게를 둡니다.</translation>
    </message>
    <message>
        <source>Batch normalisation after each convolution: trains faster and more steadily.</source>
        <translation>합성곱마다 배치 정규화를 적용. 더 빠르고 안정적으로 학습합니다.</translation>
    </message>
    <message>
        <source>Epochs over which the rate rises from zero; the rising part of one cycle.</source>
        <translation>학습률이 0에서 올라가는 에포크 수. 원 사이클에서는 올라가는 구간.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Hidden layers: published 4096, 4096; classic notebook 2048, 1024; average none, small and robust; custom as below. Automatic: that of the weights, else average below 112 px.</source>
        <translation>은닉층: 논문 4096, 4096; 고전 노트북 2048, 1024; 평균은 없음(작고 튼튼함); 사용자 지정은 아래에서. 자동: 가중치를 따르고, 없으면 112px 미만에서 평균.</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run; plateau divides it by ten after min(ceil(0.1 x epochs), 10) epochs without gain.</source>
        <translation>실행 동안 학습률이 변하는 방식. 정체 시 감소는 min(ceil(0.1 x 에포크), 10) 에포크 동안 나아지지 않으면 10분의 1로 줄입니다.</translation>
    </message>
    <message>
        <source>How weights follow the gradient: SGD with Nesterov momentum, Adam or AdamW.</source>
        <translation>가중치가 기울기를 따라가는 방법: 네스테로프 모멘텀 SGD, Adam, AdamW.</translation>
    </message>
    <message>
        <source>Layers of the network: VGG-11, 13, 16 or 19; given by the weights unless from scratch.</source>
        <translation>신경망의 층 수: VGG-11, 13, 16, 19. 처음부터 학습할 때가 아니면 가중치가 정합니다.</translation>
    </message>
    <message>
        <source>Pulls weights towards zero; biases and batch norm are left alone, except with Adam.</source>
        <translation>가중치를 0 쪽으로 당깁니다. 편향과 배치 정규화는 제외합니다(Adam은 예외).</translation>
    </message>
    <message>
        <source>Regular expression on paths such as cat/7_1.jpg. Pictures with the same first group stay on one side.</source>
        <translation>cat/7_1.jpg 같은 경로에 쓰는 정규식입니다. 첫 그룹이 같은 사진은 한쪽에 함께 있습니다.</translation>
    </message>
    <message>
        <source>Side of the square that the network sees. Automatic: that of the weights, else 224.</source>
        <translation>신경망이 보는 정사각형의 한 변. 자동: 가중치를 따르고, 없으면 224.</translation>
    </message>
    <message>
        <source>The last layer alone is quick; the whole network is the most accurate, given enough pictures. Automatic: the classifier where it is small, else its last layer; all of a new network.</source>
        <translation>마지막 층만 학습하면 빠르고, 사진이 충분하면 네트워크 전체를 학습하는 쪽이 가장 정확합니다. 자동: 분류기가 작으면 분류기 전체를, 아니면 그 마지막 층을 학습하고, 새 네트워크는 전부 학습합니다.</translation>
    </message>
    <message>
        <source>The weights that training begins with: &quot;builtin&quot;, a model&apos;s name, a weights file, or &quot;scratch&quot;, which needs many pictures.</source>
        <translation>학습을 시작하는 가중치: &quot;builtin&quot;(내장 모델), 모델 이름, 가중치 파일, 또는 &quot;scratch&quot;(처음부터). 처음부터 학습하려면 사진이 많이 필요합니다.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Version of the recipe format.</source>
        <translation>레시피 형식의 버전.</translation>
    </message>
    <message>
        <source>Where training runs: auto, cpu, cuda, cuda:1 or mps.</source>
        <translation>학습이 실행되는 곳: auto, cpu, cuda, cuda:1, mps.</translation>
    </message>
    <message>
        <source>classifier, features computed once</source>
        <translation>분류기만, 특징은 한 번만 계산</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>one cycle</source>
        <translation>원 사이클</translation>
    </message>
    <message>
        <source>reduce on plateau</source>
        <translation>정체 시 감소</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>light</source>
        <translation>약하게</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>표준</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>강하게</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>균형</translation>
    </message>
    <message>
        <source>fp32</source>
        <translation>fp32</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>fp16</source>
        <translation>fp16</translation>
    </message>
    <message>
        <source>built-in model</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>from scratch</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>Accurate</source>
        <translation>정확하게</translation>
    </message>
    <message>
        <source>whole network, augmented</source>
        <translation>전체 신경망, 증강 사용</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>고전</translation>
    </message>
    <message>
        <source>Adam, plateau, as taught</source>
        <translation>Adam, 정체 시 감소, 배운 그대로</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>A number from {least} to {most}.</source>
        <translation>{least}부터 {most}까지의 수.</translation>
    </message>
    <message>
        <source>A number above {least}, up to {most}.</source>
        <translation>{least} 초과 {most} 이하의 수.</translation>
    </message>
    <message>
        <source>A number from {least}, below {most}.</source>
        <translation>{least} 이상 {most} 미만의 수.</translation>
    </message>
</context>
<context>
    <name>RecipeFiles</name>
    <message>
        <source>Load a recipe</source>
        <translation>레시피 불러오기</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>레시피 저장</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>레시피</translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>How</source>
        <translation>방법</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n개 변경</numerusform>
        </translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>모든 설정</translation>
    </message>
</context>
<context>
    <name>RecipeModel</name>
    <message>
        <source>Setting</source>
        <translation>설정</translation>
    </message>
</context>
<context>
    <name>RecipeTable</name>
    <message>
        <source>Also what is the same everywhere</source>
        <translation>모두 같은 항목도 보기</translation>
    </message>
    <message>
        <source>Recipe, pictures and corrections are the same.</source>
        <translation>레시피, 사진, 수정 사항이 모두 같습니다.</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>레시피</translation>
    </message>
</context>
<context>
    <name>ReliabilityDiagram</name>
    <message>
        <source>score, %; bars: right, %</source>
        <translation>점수, %; 막대: 정답, %</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>‹ Runs</source>
        <translation>‹ 실행</translation>
    </message>
    <message>
        <source>Back to the runs</source>
        <translation>실행 목록으로 돌아가기</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>다른 폴더…</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
    <message>
        <source>as the table says</source>
        <translation>표에 적힌 대로</translation>
    </message>
    <message numerus="yes">
        <source>in %n class(es)</source>
        <translation>
            <numerusform>클래스 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>{train} for training, {val} for validation</source>
        <translation>학습용 {train}장, 검증용 {val}장</translation>
    </message>
    <message>
        <source>as the folders say</source>
        <translation>폴더에 정해진 대로</translation>
    </message>
    <message>
        <source>split saved with the run</source>
        <translation>분할은 실행과 함께 저장</translation>
    </message>
    <message>
        <source>split as saved before</source>
        <translation>이전에 저장한 분할</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>THIS LOOKS LIKE</source>
        <translation>이 사진은</translation>
    </message>
    <message>
        <source>ONE MOMENT</source>
        <translation>잠시만요</translation>
    </message>
    <message>
        <source>Getting the engine ready…</source>
        <translation>엔진을 준비하는 중…</translation>
    </message>
    <message>
        <source>THIS MIGHT BE</source>
        <translation>아마도 이 사진은</translation>
    </message>
    <message>
        <source>NO ANSWER</source>
        <translation>답 없음</translation>
    </message>
    <message>
        <source>There is no picture to look at.</source>
        <translation>볼 사진이 없습니다.</translation>
    </message>
    <message>
        <source>NO MODEL</source>
        <translation>모델 없음</translation>
    </message>
    <message>
        <source>LOOKING…</source>
        <translation>살펴보는 중…</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>작업 중</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>How many labels are shown</source>
        <translation>표시할 레이블 수</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy result</source>
        <translation>결과 복사</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>Top %1</source>
        <translation>상위 %1개</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>ResultsTable</name>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Corrections</source>
        <translation>수정</translation>
    </message>
</context>
<context>
    <name>RowsEdit</name>
    <message>
        <source>Add a row</source>
        <translation>행 추가</translation>
    </message>
    <message>
        <source>Remove the row</source>
        <translation>행 삭제</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>Try it now</source>
        <translation>지금 사용해 보기</translation>
    </message>
    <message>
        <source>Classify with this model</source>
        <translation>이 모델로 분류</translation>
    </message>
    <message>
        <source>Evaluate on other pictures…</source>
        <translation>다른 사진으로 평가…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>재개</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>중지하고 보관</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>Notes…</source>
        <translation>메모…</translation>
    </message>
    <message>
        <source>New run from this recipe</source>
        <translation>이 레시피로 새 실행</translation>
    </message>
    <message>
        <source>Show the recipe</source>
        <translation>레시피 보기</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>휴지통으로 이동</translation>
    </message>
</context>
<context>
    <name>RunComparison</name>
    <message>
        <source>applied</source>
        <translation>적용함</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>RunDialogs</name>
    <message>
        <source>Rename the run</source>
        <translation>실행 이름 바꾸기</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Notes on the run</source>
        <translation>실행 메모</translation>
    </message>
    <message>
        <source>Where are the pictures of “{name}” now?</source>
        <translation>“{name}”의 사진이 지금 어디에 있나요?</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation>실행 열기</translation>
    </message>
</context>
<context>
    <name>RunFlow</name>
    <message>
        <source>pausing…</source>
        <translation>일시정지하는 중…</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>중지하는 중…</translation>
    </message>
    <message>
        <source>resuming…</source>
        <translation>재개하는 중…</translation>
    </message>
    <message>
        <source>looking at the pictures…</source>
        <translation>사진을 살펴보는 중…</translation>
    </message>
    <message>
        <source>“{name}” goes to the trash.</source>
        <translation>“{name}”을(를) 휴지통으로 옮깁니다.</translation>
    </message>
    <message>
        <source>Its training is stopped first.</source>
        <translation>먼저 학습을 중지합니다.</translation>
    </message>
    <message>
        <source>The command is copied.</source>
        <translation>명령을 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>computing features: {done} of {total}</source>
        <translation>특징 계산 중: {total}개 중 {done}개</translation>
    </message>
    <message>
        <source>decoding pictures: {done} of {total}</source>
        <translation>사진 디코딩 중: {total}장 중 {done}장</translation>
    </message>
    <message>
        <source>reading pictures: {done} of {total}</source>
        <translation>사진 읽는 중: {total}장 중 {done}장</translation>
    </message>
    <message>
        <source>{share} done</source>
        <translation>{share} 완료</translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>클래스 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>{train} + {val} pictures</source>
        <translation>사진 {train} + {val}장</translation>
    </message>
    <message>
        <source>{count} a second</source>
        <translation>초당 {count}장</translation>
    </message>
    <message>
        <source>preparing…</source>
        <translation>준비하는 중…</translation>
    </message>
</context>
<context>
    <name>RunNotice</name>
    <message>
        <source>It had no checkpoint yet. Resume begins again.</source>
        <translation>아직 체크포인트가 없었습니다. 재개하면 처음부터 다시 시작합니다.</translation>
    </message>
    <message>
        <source>The training was interrupted: its process is gone.</source>
        <translation>학습이 중단되었습니다. 프로세스가 사라졌습니다.</translation>
    </message>
    <message>
        <source>Nothing before the last checkpoint is lost. Resume goes on from there.</source>
        <translation>마지막 체크포인트까지는 그대로 남아 있습니다. 재개하면 거기서부터 계속합니다.</translation>
    </message>
    <message>
        <source>The training failed before it began.</source>
        <translation>학습이 시작되기 전에 실패했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of this run&apos;s log could not be read and were skipped.</source>
        <translation>
            <numerusform>이 실행의 로그에서 %n줄을 읽지 못해 건너뛰었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>They are damaged, or written by a newer version of the program.</source>
        <translation>손상되었거나 더 새로운 버전의 프로그램이 쓴 것입니다.</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Curves and results</source>
        <translation>곡선과 결과</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>레시피</translation>
    </message>
</context>
<context>
    <name>RunsPanel</name>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Search the runs</source>
        <translation>실행 검색</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>새 실행</translation>
    </message>
</context>
<context>
    <name>SampleButton</name>
    <message>
        <source>Sample picture: {name}</source>
        <translation>예시 사진: {name}</translation>
    </message>
</context>
<context>
    <name>ScheduleView</name>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>에포크 %n회</numerusform>
        </translation>
    </message>
    <message>
        <source>Learning rate over the run</source>
        <translation>실행 동안의 학습률</translation>
    </message>
    <message>
        <source>rises, then falls in a half cosine</source>
        <translation>올라간 뒤 반 코사인으로 내려감</translation>
    </message>
    <message>
        <source>one cycle: up, then down to almost nothing</source>
        <translation>원 사이클: 올라갔다가 거의 0까지 내려감</translation>
    </message>
    <message>
        <source>divided by ten whenever validation stands still</source>
        <translation>검증이 제자리일 때마다 10으로 나눔</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>일정</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The program ended unexpectedly last time.</source>
        <translation>지난번에 프로그램이 예기치 않게 종료되었습니다.</translation>
    </message>
    <message>
        <source>Help, Copy a report gives you a text for us that names no folders of yours.</source>
        <translation>도움말의 보고서 복사를 누르면 사용자의 폴더 이름이 없는 보고서를 얻을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>SetupCard</name>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>estimating…</source>
        <translation>추정하는 중…</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>Save recipe…</source>
        <translation>레시피 저장…</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>불러오기…</translation>
    </message>
</context>
<context>
    <name>SideCards</name>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>남은 시간</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>GPU 메모리</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Closing the window leaves this run going.</source>
        <translation>창을 닫아도 이 실행은 계속됩니다.</translation>
    </message>
    <message>
        <source>the best, at epoch {epoch}</source>
        <translation>에포크 {epoch}에서 최고</translation>
    </message>
    <message>
        <source>best {accuracy} at epoch {epoch}</source>
        <translation>에포크 {epoch}에서 최고 {accuracy}</translation>
    </message>
    <message>
        <source>the best so far</source>
        <translation>지금까지 최고</translation>
    </message>
    <message>
        <source>{estimate} were expected</source>
        <translation>예상은 {estimate}</translation>
    </message>
    <message>
        <source>stops after {patience} epochs without gain; {count} so far</source>
        <translation>{patience} 에포크 동안 나아지지 않으면 중지, 지금까지 {count}</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>{count}/s</source>
        <translation>초당 {count}</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>장</translation>
    </message>
</context>
<context>
    <name>SizesControl</name>
    <message>
        <source>from epoch</source>
        <translation>시작 에포크</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
</context>
<context>
    <name>SourceDialogs</name>
    <message>
        <source>A table of path and label</source>
        <translation>경로와 레이블의 표</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>표</translation>
    </message>
</context>
<context>
    <name>StartFromControl</name>
    <message>
        <source>Another weights file…</source>
        <translation>다른 가중치 파일…</translation>
    </message>
    <message>
        <source>Weights to start from</source>
        <translation>시작 가중치</translation>
    </message>
    <message>
        <source>Model weights</source>
        <translation>모델 가중치</translation>
    </message>
</context>
<context>
    <name>StripBar</name>
    <message>
        <source>PICTURES</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>{shown} of {total} pictures</source>
        <translation>사진 {total}장 중 {shown}장</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainActions</name>
    <message>
        <source>New run</source>
        <translation>새 실행</translation>
    </message>
    <message>
        <source>Choose pictures to train on…</source>
        <translation>학습할 사진 선택…</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>실행 열기…</translation>
    </message>
    <message>
        <source>Show the curves as a table</source>
        <translation>곡선을 표로 보기</translation>
    </message>
    <message>
        <source>Logarithmic loss</source>
        <translation>로그 눈금 손실</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <translation>전체 실행 보기</translation>
    </message>
    <message>
        <source>Export epochs as CSV…</source>
        <translation>에포크를 CSV로 내보내기…</translation>
    </message>
    <message>
        <source>Export the loss as PNG…</source>
        <translation>손실을 PNG로 내보내기…</translation>
    </message>
</context>
<context>
    <name>TrainArea</name>
    <message>
        <source>Drop a folder of class folders to train on it.</source>
        <translation>클래스별 폴더가 든 폴더를 놓으면 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>Drop a folder with a folder for each class, or a CSV.</source>
        <translation>클래스마다 폴더가 있는 폴더나 CSV를 놓으세요.</translation>
    </message>
    <message>
        <source>{name} cannot be trained on.</source>
        <translation>{name}(으)로는 학습할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message numerus="yes">
        <source>%n more run(s)</source>
        <translation>
            <numerusform>실행 %n개 더</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainWording</name>
    <message>
        <source>{count} s</source>
        <translation>{count}초</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes}분 {seconds}초</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count}분</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}시간 {minutes}분</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count}시간</translation>
    </message>
    <message>
        <source>{used} of {total} GB</source>
        <translation>{total} GB 중 {used}</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>시작하는 중…</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <translation>에포크 {epoch}/{epochs}</translation>
    </message>
    <message>
        <source>paused after epoch {epoch}</source>
        <translation>에포크 {epoch} 뒤 일시정지됨</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>interrupted after epoch {epoch}</source>
        <translation>에포크 {epoch} 뒤 중단됨</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>버림</translation>
    </message>
</context>
<context>
    <name>WidthsControl</name>
    <message>
        <source>units</source>
        <translation>유닛</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>{count} s left</source>
        <translation>{count}초 남음</translation>
    </message>
    <message>
        <source>{count} min left</source>
        <translation>{count}분 남음</translation>
    </message>
    <message>
        <source>{count} h left</source>
        <translation>{count}시간 남음</translation>
    </message>
    <message>
        <source>quite sure</source>
        <translation>꽤 확실함</translation>
    </message>
    <message>
        <source>not sure, take it as a guess</source>
        <translation>확실하지 않음, 추측으로 보세요</translation>
    </message>
    <message>
        <source>probably none of what it knows</source>
        <translation>아는 것이 아닌 것 같음</translation>
    </message>
    <message>
        <source>sure of the kind only</source>
        <translation>종류만 확실함</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>{kind}, perhaps {label}</source>
        <translation>{kind}, 아마도 {label}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>확실하지 않음</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message numerus="yes">
        <source>The built-in model knows %n everyday thing(s).</source>
        <translation>
            <numerusform>기본 모델은 일상적인 사물 %n가지를 압니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This model knows %n class(es).</source>
        <translation>
            <numerusform>이 모델은 클래스 %n개를 압니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_ClassModel</name>
    <message>
        <source>Of the pictures taken for this class, how many are of it</source>
        <translation>이 클래스로 본 사진 중 실제로 맞는 비율</translation>
    </message>
    <message>
        <source>Of the pictures of this class, how many were recognised</source>
        <translation>이 클래스의 사진 중 알아본 비율</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
</context>
<context>
    <name>_CorrectionModel</name>
    <message>
        <source>left out</source>
        <translation>제외됨</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Corrected to</source>
        <translation>수정한 레이블</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>A GPU is the fastest device here.</source>
        <translation>여기서는 GPU가 가장 빠른 장치입니다.</translation>
    </message>
    <message>
        <source>A checkpoint could not be written to the disk at {disk}: {reason}</source>
        <translation>체크포인트를 {disk}의 디스크에 쓸 수 없었습니다: {reason}</translation>
    </message>
    <message>
        <source>A key has too many parts.</source>
        <translation>키가 너무 많은 부분으로 되어 있습니다.</translation>
    </message>
    <message>
        <source>A line of the run&apos;s events cannot be read and is skipped.</source>
        <translation>실행 이벤트의 한 줄을 읽을 수 없어 건너뜁니다.</translation>
    </message>
    <message>
        <source>A part of this picture is missing; what could be read is used.</source>
        <translation>이 사진의 일부가 없습니다. 읽을 수 있는 부분만 사용합니다.</translation>
    </message>
    <message>
        <source>A run cannot be called {name}.</source>
        <translation>실행 이름으로 {name}을(를) 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Add pictures: so few are learned by heart.</source>
        <translation>사진을 더 넣으세요. 너무 적으면 외워 버립니다.</translation>
    </message>
    <message>
        <source>Apple&apos;s GPU is the fastest device here.</source>
        <translation>여기서는 Apple GPU가 가장 빠른 장치입니다.</translation>
    </message>
    <message>
        <source>Ask its owner for permission to read it.</source>
        <translation>소유자에게 읽기 권한을 요청하세요.</translation>
    </message>
    <message>
        <source>Calibration needs at least {least} pictures of classes that the model knows.</source>
        <translation>보정에는 모델이 아는 클래스의 사진이 {least}장 이상 필요합니다.</translation>
    </message>
    <message>
        <source>Call it fold in the first line.</source>
        <translation>첫 줄에서 그 열의 이름을 fold로 하세요.</translation>
    </message>
    <message>
        <source>Call the folders alike if that is meant.</source>
        <translation>같은 클래스라면 폴더 이름을 똑같이 바꾸세요.</translation>
    </message>
    <message>
        <source>Capital and small letters are classes of their own: {letters}.</source>
        <translation>대문자와 소문자는 서로 다른 클래스입니다: {letters}.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>경로를 확인하세요.</translation>
    </message>
    <message>
        <source>Choose a .safetensors or .pth file with the weights of a VGG, or bring an .onnx file in first: vgg-desktop models import FILE.</source>
        <translation>VGG 가중치가 담긴 .safetensors 또는 .pth 파일을 고르거나, .onnx 파일은 먼저 들여오세요: vgg-desktop models import FILE.</translation>
    </message>
    <message>
        <source>Choose a .safetensors or .pth file.</source>
        <translation>.safetensors 또는 .pth 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a folder that exists.</source>
        <translation>존재하는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>쓰기 권한이 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a folder with one subfolder of pictures for each class, or a CSV file of path and label.</source>
        <translation>클래스마다 사진 하위 폴더가 하나씩 있는 폴더나, 경로와 레이블의 CSV 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a folder with one subfolder of pictures for each class.</source>
        <translation>클래스마다 사진 하위 폴더가 하나씩 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a model at the top of the window.</source>
        <translation>창 위쪽에서 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a picture file, not a device or a pipe.</source>
        <translation>장치나 파이프가 아니라 사진 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a picture file.</source>
        <translation>사진 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a smaller model or smaller pictures.</source>
        <translation>더 작은 모델이나 더 작은 사진을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a smaller model, train fewer layers, or end other programs that use the device.</source>
        <translation>더 작은 모델을 선택하거나, 더 적은 층을 학습하거나, 장치를 쓰는 다른 프로그램을 끝내세요.</translation>
    </message>
    <message>
        <source>Choose a smaller model.</source>
        <translation>더 작은 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose another folder with --runs-dir.</source>
        <translation>--runs-dir로 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose another model, or another device.</source>
        <translation>다른 모델이나 다른 장치를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>다른 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose another name for the new file.</source>
        <translation>새 파일에 다른 이름을 고르세요.</translation>
    </message>
    <message>
        <source>Choose another name, or go on with it: vgg-desktop runs resume.</source>
        <translation>다른 이름을 선택하거나 이어서 학습하세요: vgg-desktop runs resume.</translation>
    </message>
    <message>
        <source>Choose another one with --split.</source>
        <translation>--split으로 다른 것을 고르세요.</translation>
    </message>
    <message>
        <source>Choose auto or cpu.</source>
        <translation>auto 또는 cpu를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose auto or cpu; vgg-desktop doctor says more.</source>
        <translation>auto 또는 cpu를 선택하세요. vgg-desktop doctor가 자세히 알려 줍니다.</translation>
    </message>
    <message>
        <source>Choose auto or cuda.</source>
        <translation>auto 또는 cuda를 선택하세요.</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>다른 프로그램을 닫으세요.</translation>
    </message>
    <message>
        <source>Convert it to PNG, for example with GIMP, or with ImageMagick (magick FILE NEW.png).</source>
        <translation>PNG로 변환하세요. 예를 들어 GIMP나 ImageMagick(magick FILE NEW.png)을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>다시 복사하거나 내려받으세요.</translation>
    </message>
    <message>
        <source>Delete it, so that a new split is made.</source>
        <translation>삭제하면 새 분할이 만들어집니다.</translation>
    </message>
    <message>
        <source>Did you mean {name}?</source>
        <translation>혹시 {name}인가요?</translation>
    </message>
    <message>
        <source>Discard it again in a moment.</source>
        <translation>잠시 후 다시 버리세요.</translation>
    </message>
    <message>
        <source>Do not use it.</source>
        <translation>사용하지 마세요.</translation>
    </message>
    <message>
        <source>Each copy counts, so these pictures weigh more than others.</source>
        <translation>사본마다 세어지므로 이 사진들의 비중이 더 커집니다.</translation>
    </message>
    <message>
        <source>Each row needs the SHA-256 of a picture and a label, or the word exclude.</source>
        <translation>각 행에는 사진의 SHA-256과 레이블, 또는 exclude라는 단어가 필요합니다.</translation>
    </message>
    <message>
        <source>Every row needs an id, and no id may appear twice.</source>
        <translation>모든 행에 id가 있어야 하며 같은 id가 두 번 나올 수 없습니다.</translation>
    </message>
    <message>
        <source>Fold {fold} of the column {column} validates.</source>
        <translation>{column} 열의 폴드 {fold}로 검증합니다.</translation>
    </message>
    <message>
        <source>For names such as cat_017_3.jpg: &quot;^(cat_[0-9]+)&quot;.</source>
        <translation>cat_017_3.jpg 같은 이름에는: &quot;^(cat_[0-9]+)&quot;.</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>공간을 확보하고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Free some space or mend the folder&apos;s permissions, then resume the run.</source>
        <translation>공간을 확보하거나 폴더 권한을 고친 뒤 실행을 재개하세요.</translation>
    </message>
    <message>
        <source>Free some space, or set cache_gb to 0.</source>
        <translation>공간을 확보하거나 cache_gb를 0으로 설정하세요.</translation>
    </message>
    <message>
        <source>Get a new copy of it, or save it again as JPEG or PNG.</source>
        <translation>새로 받거나 JPEG 또는 PNG로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>Get a new copy of it.</source>
        <translation>새로 받으세요.</translation>
    </message>
    <message>
        <source>Get it again from where it came.</source>
        <translation>받았던 곳에서 다시 받으세요.</translation>
    </message>
    <message>
        <source>Get it again from where it came; if you replaced it yourself, give it a new date.</source>
        <translation>받은 곳에서 다시 받으십시오. 직접 바꾼 파일이라면 수정 날짜를 새로 지정하십시오.</translation>
    </message>
    <message>
        <source>Give one label a class, in the model&apos;s own order.</source>
        <translation>모델의 순서대로 클래스마다 레이블을 하나씩 지정하세요.</translation>
    </message>
    <message>
        <source>If it was read wrongly, say how: {ways}.</source>
        <translation>잘못 읽었다면 알려 주세요: {ways}.</translation>
    </message>
    <message>
        <source>Import it, so that it gets labels and a description.</source>
        <translation>가져오기를 하면 레이블과 설명이 붙습니다.</translation>
    </message>
    <message>
        <source>Install it with: pip install &apos;vgg-desktop[heic]&apos;</source>
        <translation>설치: pip install &apos;vgg-desktop[heic]&apos;</translation>
    </message>
    <message>
        <source>Install it: pip install &quot;vgg-desktop[onnx]&quot;</source>
        <translation>설치: pip install &quot;vgg-desktop[onnx]&quot;</translation>
    </message>
    <message>
        <source>It is left where it is; delete its folder yourself.</source>
        <translation>그대로 두었습니다. 폴더를 직접 삭제하세요.</translation>
    </message>
    <message>
        <source>It is searched in the path relative to the data; what its first pair of brackets matches is the group.</source>
        <translation>데이터 폴더를 기준으로 한 경로에서 찾습니다. 첫 괄호에 맞는 부분이 그룹입니다.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted.</source>
        <translation>옮겨졌거나 삭제되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>It needs one row a picture: its path, a comma, its label.</source>
        <translation>사진마다 한 행이 필요합니다: 경로, 쉼표, 레이블.</translation>
    </message>
    <message>
        <source>It reads the VGG weights of torchvision, timm and the classic notebook, and its own.</source>
        <translation>torchvision, timm, 고전 노트북의 VGG 가중치와 자체 형식을 읽습니다.</translation>
    </message>
    <message>
        <source>Its content is not the one that was looked at.</source>
        <translation>내용이 앞서 살펴본 것과 다릅니다.</translation>
    </message>
    <message>
        <source>Its folders are matched to the model&apos;s classes by id, name and alias.</source>
        <translation>폴더는 ID, 이름, 별칭으로 모델의 클래스와 대응됩니다.</translation>
    </message>
    <message>
        <source>Its pictures are left out.</source>
        <translation>그 사진들은 제외됩니다.</translation>
    </message>
    <message>
        <source>Last digits may differ.</source>
        <translation>마지막 자릿수가 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>Left out of training.</source>
        <translation>학습에서 제외됩니다.</translation>
    </message>
    <message>
        <source>Lists of test pictures have no labels.</source>
        <translation>테스트 사진 목록에는 레이블이 없습니다.</translation>
    </message>
    <message>
        <source>Load it again.</source>
        <translation>다시 불러오세요.</translation>
    </message>
    <message>
        <source>Load the model again.</source>
        <translation>모델을 다시 불러오세요.</translation>
    </message>
    <message>
        <source>Look at the folder again.</source>
        <translation>폴더를 다시 살펴보세요.</translation>
    </message>
    <message>
        <source>Memory is short: pictures are now classified {count} at a time.</source>
        <translation>메모리가 부족합니다. 이제 사진을 한 번에 {count}장씩 분류합니다.</translation>
    </message>
    <message>
        <source>Mend the links, or delete them.</source>
        <translation>링크를 고치거나 지우세요.</translation>
    </message>
    <message>
        <source>No GPU was found that torch can use.</source>
        <translation>torch가 쓸 수 있는 GPU를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>No checkpoint of the run {run} can be read.</source>
        <translation>실행 {run}의 체크포인트를 하나도 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>No group stands on both sides of the split.</source>
        <translation>어떤 그룹도 분할의 양쪽에 걸치지 않습니다.</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>불러온 모델이 없습니다.</translation>
    </message>
    <message>
        <source>Nobody can tell which column of the table {table} holds the labels: {names}.</source>
        <translation>표 {table}의 어느 열이 레이블인지 알 수 없습니다: {names}.</translation>
    </message>
    <message>
        <source>Nobody can tell which column of the table {table} holds the paths: {names}.</source>
        <translation>표 {table}의 어느 열이 경로인지 알 수 없습니다: {names}.</translation>
    </message>
    <message>
        <source>Nobody can tell which is right, so they are left out. Correct them, or delete the wrong copies.</source>
        <translation>어느 것이 맞는지 알 수 없어 제외합니다. 수정하거나 잘못된 사본을 삭제하세요.</translation>
    </message>
    <message>
        <source>None of the pictures could be read.</source>
        <translation>사진을 하나도 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>None of the {count:,} files of the table {table} is there, relative to {folder}: {examples}.</source>
        <translation>표 {table}에 적힌 파일 {count:,}개가 {folder} 기준으로 하나도 없습니다: {examples}.</translation>
    </message>
    <message>
        <source>None of the {pictures} can be read.</source>
        <translation>{pictures} 가운데 읽을 수 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing can be said about how well they are learned.</source>
        <translation>얼마나 잘 배웠는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Of ONNX files it reads the convolutions of a VGG without batch norm.</source>
        <translation>ONNX 파일에서는 배치 정규화가 없는 VGG의 합성곱을 읽습니다.</translation>
    </message>
    <message>
        <source>Only the last layer is to be trained, but the recipe&apos;s head is not that of the weights.</source>
        <translation>마지막 층만 학습하려 하지만 레시피의 헤드가 가중치의 헤드와 다릅니다.</translation>
    </message>
    <message>
        <source>Pictures of up to {most_mb:,.0f} MB are read.</source>
        <translation>{most_mb:,.0f} MB까지의 사진을 읽습니다.</translation>
    </message>
    <message>
        <source>Pictures of up to {most_millions:,.0f} million pixels are read.</source>
        <translation>{most_millions:,.0f}백만 화소까지의 사진을 읽습니다.</translation>
    </message>
    <message>
        <source>Put brackets around what tells groups apart in paths such as {examples}.</source>
        <translation>{examples} 같은 경로에서 그룹을 구별하는 부분을 괄호로 묶으세요.</translation>
    </message>
    <message>
        <source>Put recipe.toml back as it was, or start a new run with the changed recipe.</source>
        <translation>recipe.toml을 원래대로 돌려놓거나 바뀐 레시피로 새 실행을 시작하세요.</translation>
    </message>
    <message>
        <source>Put the file back, or look at the data again and start a new run.</source>
        <translation>파일을 되돌려 놓거나, 데이터를 다시 살펴보고 새 실행을 시작하세요.</translation>
    </message>
    <message>
        <source>Put the pictures back as they were, or start a new run.</source>
        <translation>사진을 원래대로 되돌리거나 새 실행을 시작하세요.</translation>
    </message>
    <message>
        <source>Put them back as they were, or start a new run.</source>
        <translation>원래대로 되돌리거나 새 실행을 시작하세요.</translation>
    </message>
    <message>
        <source>Reading ONNX files needs the package onnx.</source>
        <translation>ONNX 파일을 읽으려면 onnx 패키지가 필요합니다.</translation>
    </message>
    <message>
        <source>Resume the run; if it happens again, report it with the run&apos;s worker.log.</source>
        <translation>실행을 재개하세요. 또 일어나면 실행의 worker.log와 함께 알려 주세요.</translation>
    </message>
    <message>
        <source>Run &quot;vgg-desktop doctor&quot; to see what is missing.</source>
        <translation>&quot;vgg-desktop doctor&quot;를 실행하면 무엇이 빠졌는지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Save it again as an ordinary JPEG.</source>
        <translation>일반 JPEG로 다시 저장하세요.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>UTF-8로 저장하세요.</translation>
    </message>
    <message>
        <source>Save only the state dict: torch.save(model.state_dict(), FILE).</source>
        <translation>state dict만 저장하세요: torch.save(model.state_dict(), FILE).</translation>
    </message>
    <message>
        <source>Say it with --pixels: caffe (VGG&apos;s own), tf (-1 to 1) or torch (ImageNet&apos;s mean and deviation).</source>
        <translation>--pixels로 알려 주세요: caffe(VGG 본래 방식), tf(-1~1), torch(ImageNet의 평균과 편차).</translation>
    </message>
    <message>
        <source>Say it with --val-fold and one of them; the others train.</source>
        <translation>--val-fold로 하나를 고르세요. 나머지로 학습합니다.</translation>
    </message>
    <message>
        <source>Say which it is with --path-column NAME and --label-column NAME.</source>
        <translation>--path-column 이름, --label-column 이름으로 알려 주세요.</translation>
    </message>
    <message>
        <source>See the names with: vgg-desktop runs list</source>
        <translation>이름 보기: vgg-desktop runs list</translation>
    </message>
    <message>
        <source>Set head to &quot;auto&quot;, or train to &quot;classifier&quot;.</source>
        <translation>head를 &quot;auto&quot;로 하거나 train을 &quot;classifier&quot;로 설정하세요.</translation>
    </message>
    <message>
        <source>Some settings could not be read, and have their usual values again.</source>
        <translation>일부 설정을 읽을 수 없어 기본값으로 되돌렸습니다.</translation>
    </message>
    <message>
        <source>Some steps have {pictures:,} pictures, too few for {processes:,} processes.</source>
        <translation>일부 단계의 사진이 {pictures:,}장뿐이어서 프로세스 {processes:,}개에는 부족합니다.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong.</source>
        <translation>예기치 않은 문제가 생겼습니다.</translation>
    </message>
    <message>
        <source>Sort them into one folder for each class, as in the training folder, and they are used. Until then a share of the training pictures validates.</source>
        <translation>학습 폴더처럼 클래스마다 폴더 하나씩 나눠 넣으면 쓰입니다. 그때까지는 학습 사진의 일부로 검증합니다.</translation>
    </message>
    <message>
        <source>Start a new run, from its best.safetensors if you like.</source>
        <translation>원한다면 best.safetensors에서 새 실행을 시작하세요.</translation>
    </message>
    <message>
        <source>Start again with a learning rate well below {learning_rate:.2g}, with clip_norm 1, or with precision fp32; the weights from before are kept.</source>
        <translation>학습률을 {learning_rate:.2g}보다 훨씬 낮추거나, clip_norm 1 또는 fp32 정밀도로 다시 시작하세요. 이전 가중치는 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Start fewer processes, or set a larger batch_size.</source>
        <translation>프로세스를 더 적게 시작하거나 batch_size를 더 크게 설정하세요.</translation>
    </message>
    <message>
        <source>That could not be done.</source>
        <translation>할 수 없었습니다.</translation>
    </message>
    <message>
        <source>The answers of {model} do not count, because its weights file is damaged.</source>
        <translation>{model}의 가중치 파일이 손상되어 그 답은 유효하지 않습니다.</translation>
    </message>
    <message>
        <source>The cache of decoded pictures could not be written: {reason}.</source>
        <translation>디코딩한 사진의 캐시를 쓸 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The checkpoint {file} cannot be read.</source>
        <translation>체크포인트 {file}을(를) 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The checkpoint {file} is damaged.</source>
        <translation>체크포인트 {file}이(가) 손상되었습니다.</translation>
    </message>
    <message>
        <source>The checkpoint {file} is damaged; the run goes on from the one before.</source>
        <translation>체크포인트 {file}이(가) 손상되어 그 이전 것에서 이어 갑니다.</translation>
    </message>
    <message>
        <source>The classes changed: {before:,} before, {now:,} now, or other names.</source>
        <translation>클래스가 바뀌었습니다: 이전 {before:,}개, 지금 {now:,}개, 또는 이름이 다름.</translation>
    </message>
    <message>
        <source>The column {column} has no fold {fold}; it has {folds}.</source>
        <translation>{column} 열에 폴드 {fold}이(가) 없습니다. 있는 값: {folds}.</translation>
    </message>
    <message>
        <source>The column {column} is read as 0 for training, 1 for validation and 2 for the test.</source>
        <translation>{column} 열의 0은 학습, 1은 검증, 2는 테스트로 읽었습니다.</translation>
    </message>
    <message>
        <source>The column {column} of the table numbers folds ({folds}), and nothing says which of them validates.</source>
        <translation>표의 {column} 열에 폴드 번호({folds})가 있는데, 어느 것으로 검증할지 나와 있지 않습니다.</translation>
    </message>
    <message>
        <source>The corrections name {what} that the data does not have: {names}.</source>
        <translation>수정 목록에 데이터에 없는 것이 있습니다({what}): {names}.</translation>
    </message>
    <message>
        <source>The corrections {file} are no CSV in UTF-8.</source>
        <translation>수정 파일 {file}이(가) UTF-8 CSV가 아닙니다.</translation>
    </message>
    <message>
        <source>The corrections {file} cannot be read: {reason}.</source>
        <translation>수정 파일 {file}을(를) 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The corrections {file} have a row that is none: {row}.</source>
        <translation>수정 파일 {file}에 올바르지 않은 행이 있습니다: {row}.</translation>
    </message>
    <message>
        <source>The data is not the same as when the split was saved. {changes}</source>
        <translation>데이터가 분할을 저장했을 때와 다릅니다. {changes}</translation>
    </message>
    <message>
        <source>The dataset report cannot be read.</source>
        <translation>데이터 보고서를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The device&apos;s memory does not hold a single picture of this training.</source>
        <translation>장치 메모리에 이 학습의 사진 한 장도 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>The device&apos;s memory does not hold this model.</source>
        <translation>장치 메모리에 이 모델이 들어가지 않습니다.</translation>
    </message>
    <message>
        <source>The device&apos;s memory is short: each step is now computed in parts of {size} pictures.</source>
        <translation>장치 메모리가 부족합니다. 이제 각 단계를 사진 {size}장씩 나누어 계산합니다.</translation>
    </message>
    <message>
        <source>Free some space and resume the run.</source>
        <translation>공간을 확보한 뒤 실행을 재개하십시오.</translation>
    </message>
    <message>
        <source>All pictures of {source} are test pictures: there is nothing to train on.</source>
        <translation>{source}의 사진이 모두 테스트 사진입니다. 학습할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>다른 프로그램을 닫거나 더 작은 모델을 고르십시오.</translation>
    </message>
    <message>
        <source>It has no checkpoint yet.</source>
        <translation>아직 체크포인트가 없습니다.</translation>
    </message>
    <message>
        <source>Put its checkpoints folder back as it was; or begin again at the first step with vgg-desktop runs resume --start-over.</source>
        <translation>checkpoints 폴더를 원래대로 되돌리십시오. 또는 vgg-desktop runs resume --start-over 로 첫 단계부터 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>Save it as .safetensors there.</source>
        <translation>그곳에서 .safetensors로 저장하십시오.</translation>
    </message>
    <message>
        <source>Save its weights where it was made: torch.save(torch.export.load(FILE).state_dict, NEW_FILE).</source>
        <translation>만든 곳에서 가중치만 저장하십시오: torch.save(torch.export.load(FILE).state_dict, NEW_FILE).</translation>
    </message>
    <message>
        <source>Save its weights where it was made: torch.save(torch.jit.load(FILE).state_dict(), NEW_FILE).</source>
        <translation>만든 곳에서 가중치만 저장하십시오: torch.save(torch.jit.load(FILE).state_dict(), NEW_FILE).</translation>
    </message>
    <message>
        <source>The best weights so far, of epoch {lost}, are damaged or gone; the present ones, or the best of the epochs to come, take their place.</source>
        <translation>에포크 {lost}의 최고 가중치가 손상되었거나 없어졌습니다. 현재 가중치 또는 앞으로의 에포크 중 가장 좋은 것이 대신합니다.</translation>
    </message>
    <message>
        <source>The best weights so far, of epoch {lost}, are damaged or gone; those of epoch {epoch} take their place.</source>
        <translation>에포크 {lost}의 최고 가중치가 손상되었거나 없어졌습니다. 에포크 {epoch}의 가중치가 대신합니다.</translation>
    </message>
    <message>
        <source>The disk at {disk} has no room for a checkpoint of {needed_mb:,.0f} MB: {free_mb:,.0f} MB are free.</source>
        <translation>{disk}의 디스크에 {needed_mb:,.0f} MB 체크포인트를 저장할 공간이 없습니다. 남은 공간: {free_mb:,.0f} MB.</translation>
    </message>
    <message>
        <source>The engine could not be started.</source>
        <translation>엔진을 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>The file does not say which values are black and white: {low:,.6g} and {high:,.6g} were taken, as in the training data.</source>
        <translation>파일에 어느 값이 검정이고 흰색인지 적혀 있지 않아, 학습 데이터에서처럼 {low:,.6g}과(와) {high:,.6g}을(를) 썼습니다.</translation>
    </message>
    <message>
        <source>The file does not say which values are black and white: {low:,.6g} and {high:,.6g} were taken, by the picture&apos;s own values.</source>
        <translation>파일에 어느 값이 검정이고 흰색인지 적혀 있지 않아, 사진 자체의 값에 따라 {low:,.6g}과(와) {high:,.6g}을(를) 썼습니다.</translation>
    </message>
    <message>
        <source>The fingerprint does not fit the samples.</source>
        <translation>지문이 표본과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read: {reason}.</source>
        <translation>폴더 {folder}을(를) 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The folder {folder} holds {count:,} picture and no class folders, so nobody can tell its class: choose the table that names it instead, or sort it into a folder for its class.</source>
        <translation>폴더 {folder}에는 사진 {count:,}장이 있고 클래스 폴더가 없어서 클래스를 알 수 없습니다. 클래스를 적은 표를 대신 고르거나, 클래스 폴더에 넣으세요.</translation>
    </message>
    <message>
        <source>The folder {folder} holds {count:,} pictures and no class folders, so nobody can tell their classes: choose the table that names them instead, or sort them into one folder for each class.</source>
        <translation>폴더 {folder}에는 사진 {count:,}장이 있고 클래스 폴더가 없어서 클래스를 알 수 없습니다. 클래스를 적은 표를 대신 고르거나, 클래스마다 폴더 하나씩 나눠 넣으세요.</translation>
    </message>
    <message>
        <source>The folder&apos;s name is used as the label.</source>
        <translation>폴더 이름을 레이블로 씁니다.</translation>
    </message>
    <message>
        <source>The folders {names} are one class.</source>
        <translation>폴더 {names}은(는) 한 클래스입니다.</translation>
    </message>
    <message>
        <source>The folders {outer} all hold folders of the same names ({inner}), so either could be the classes: say which.</source>
        <translation>폴더 {outer}에 모두 같은 이름의 폴더({inner})가 있어서 어느 쪽이든 클래스일 수 있습니다. 어느 쪽인지 골라 주세요.</translation>
    </message>
    <message>
        <source>The group pattern makes {count:,} group of {pictures}.</source>
        <translation>그룹 패턴이 {pictures}에서 그룹 {count:,}개를 만듭니다.</translation>
    </message>
    <message>
        <source>The group pattern makes {count:,} groups of {pictures}.</source>
        <translation>그룹 패턴이 {pictures}에서 그룹 {count:,}개를 만듭니다.</translation>
    </message>
    <message>
        <source>The group pattern {group_pattern} is no regular expression: {reason}.</source>
        <translation>그룹 패턴 {group_pattern}은(는) 정규식이 아닙니다: {reason}.</translation>
    </message>
    <message>
        <source>The group pattern {pattern} fits none of the pictures, for example {examples}.</source>
        <translation>그룹 패턴 {pattern}에 맞는 사진이 없습니다. 예: {examples}.</translation>
    </message>
    <message>
        <source>The group pattern {pattern} puts all pictures into one group, {group}: none could validate.</source>
        <translation>그룹 패턴 {pattern}이(가) 모든 사진을 한 그룹({group})에 넣습니다. 검증에 쓸 사진이 없습니다.</translation>
    </message>
    <message>
        <source>The label list {file} cannot be read: {reason}.</source>
        <translation>레이블 목록 {file}을(를) 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The label list {file} is not UTF-8 text.</source>
        <translation>레이블 목록 {file}이(가) UTF-8 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>The label list {file} needs one row a class: id, name, synonyms, separated by tabs.</source>
        <translation>레이블 목록 {file}에는 클래스마다 한 행이 필요합니다: id, 이름, 동의어, 탭으로 구분.</translation>
    </message>
    <message>
        <source>The largest class ({largest}, {most:,}) has {ratio:.0f} times as many training pictures as the smallest ({smallest}, {least:,}).</source>
        <translation>가장 큰 클래스({largest}, {most:,})의 학습 사진이 가장 작은 클래스({smallest}, {least:,})의 {ratio:.0f}배입니다.</translation>
    </message>
    <message>
        <source>The last checkpoint is intact.</source>
        <translation>마지막 체크포인트는 온전합니다.</translation>
    </message>
    <message>
        <source>The log says more.</source>
        <translation>로그에 더 자세한 내용이 있습니다.</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>모델을 불러올 수 없습니다.</translation>
    </message>
    <message>
        <source>The model could not be warmed up.</source>
        <translation>모델을 미리 데울 수 없습니다.</translation>
    </message>
    <message>
        <source>The model knows no class {folder}; its {count:,} pictures are left out.</source>
        <translation>모델이 모르는 클래스입니다: {folder}. 그 사진 {count:,}장은 제외됩니다.</translation>
    </message>
    <message>
        <source>The model {model} gives no usable answer for this picture.</source>
        <translation>모델 {model}이(가) 이 사진에 쓸 만한 답을 내지 못합니다.</translation>
    </message>
    <message>
        <source>The model {model} {what}.</source>
        <translation>모델 {model}: {what}.</translation>
    </message>
    <message>
        <source>The model {source} is not on this machine yet.</source>
        <translation>모델 {source}이(가) 아직 이 컴퓨터에 없습니다.</translation>
    </message>
    <message>
        <source>The nearest that exists is {path}.</source>
        <translation>실제로 있는 것 중 가장 가까운 것은 {path}입니다.</translation>
    </message>
    <message>
        <source>The numbers of {model} are too large for fp16; it now runs in bf16.</source>
        <translation>{model}의 수가 fp16에는 너무 커서 이제 bf16으로 실행합니다.</translation>
    </message>
    <message>
        <source>The old file is kept as {file}.</source>
        <translation>이전 파일은 {file}(으)로 보관했습니다.</translation>
    </message>
    <message>
        <source>The paths of the table are found in the folder {folder}.</source>
        <translation>표의 경로를 폴더 {folder}에서 찾았습니다.</translation>
    </message>
    <message>
        <source>The picture is empty.</source>
        <translation>사진이 비어 있습니다.</translation>
    </message>
    <message>
        <source>The picture {name} changed or vanished while it was needed. {why}</source>
        <translation>사진 {name}이(가) 필요한 동안 바뀌거나 사라졌습니다. {why}</translation>
    </message>
    <message>
        <source>The pictures could not all be classified.</source>
        <translation>사진을 모두 분류하지는 못했습니다.</translation>
    </message>
    <message>
        <source>The pictures could not be looked at.</source>
        <translation>사진들을 살펴볼 수 없습니다.</translation>
    </message>
    <message>
        <source>The presets are {known}.</source>
        <translation>프리셋: {known}.</translation>
    </message>
    <message>
        <source>The recipe does not fit: {faults}.</source>
        <translation>레시피가 맞지 않습니다: {faults}.</translation>
    </message>
    <message>
        <source>The recipe is not a TOML file.</source>
        <translation>레시피가 TOML 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The recipe {file} cannot be read: {reason}.</source>
        <translation>레시피 {file}을(를) 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The recipe&apos;s class_weights = &quot;balanced&quot; makes up for it.</source>
        <translation>레시피의 class_weights = &quot;balanced&quot;가 이를 보완합니다.</translation>
    </message>
    <message>
        <source>The result is the same but for batch norm; training is slower.</source>
        <translation>배치 정규화를 빼면 결과는 같고 학습이 더 느려집니다.</translation>
    </message>
    <message>
        <source>The run cannot go on exactly, because {changes} changed.</source>
        <translation>{changes}이(가) 바뀌어 실행을 똑같이 이어 갈 수 없습니다.</translation>
    </message>
    <message>
        <source>The run cannot go on, because its recipe changed: {changes}.</source>
        <translation>레시피가 바뀌어 실행을 이어 갈 수 없습니다: {changes}.</translation>
    </message>
    <message>
        <source>The run directory cannot be written{name}: {reason}.</source>
        <translation>실행 폴더에 쓸 수 없습니다{name}: {reason}.</translation>
    </message>
    <message>
        <source>The run directory {run} cannot be made: {reason}.</source>
        <translation>실행 폴더 {run}을(를) 만들 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The run had no whole checkpoint, so it begins again at its first step.</source>
        <translation>온전한 체크포인트가 없어 첫 단계부터 다시 시작합니다.</translation>
    </message>
    <message>
        <source>The run has ended already.</source>
        <translation>실행이 이미 끝났습니다.</translation>
    </message>
    <message>
        <source>The run is about to end already.</source>
        <translation>실행이 이미 끝나는 중입니다.</translation>
    </message>
    <message>
        <source>The run was ended at once, before its first checkpoint; it begins again when it is resumed.</source>
        <translation>첫 체크포인트 전에 실행이 즉시 종료되었습니다. 재개하면 처음부터 다시 시작합니다.</translation>
    </message>
    <message>
        <source>The run was ended at once; it goes on from its last checkpoint.</source>
        <translation>실행을 즉시 끝냈습니다. 마지막 체크포인트에서 이어 갈 수 있습니다.</translation>
    </message>
    <message>
        <source>The run {file} was not made by the leading process.</source>
        <translation>실행 {file}을(를) 주도하는 프로세스가 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>The run {run} cannot be moved to the trash: {reason}.</source>
        <translation>실행 {run}을(를) 휴지통으로 옮길 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The run {run} cannot be read.</source>
        <translation>실행 {run}을(를) 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The run {run} is being trained already.</source>
        <translation>실행 {run}은(는) 이미 학습 중입니다.</translation>
    </message>
    <message>
        <source>The run {run} is {state}; there is nothing left to train.</source>
        <translation>실행 {run}은(는) {state} 상태이며 더 학습할 것이 없습니다.</translation>
    </message>
    <message>
        <source>The run&apos;s checkpoints were written by a newer version of the program.</source>
        <translation>이 실행의 체크포인트는 더 새로운 버전의 프로그램이 썼습니다.</translation>
    </message>
    <message>
        <source>The settings cannot be read: {reason}.</source>
        <translation>설정을 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The settings cannot be saved: {reason}.</source>
        <translation>설정을 저장할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The snapshot could not be copied: {reason}.</source>
        <translation>스냅샷을 복사할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The split is one of {names}.</source>
        <translation>분할은 다음 중 하나입니다: {names}.</translation>
    </message>
    <message>
        <source>The split column {column} holds neither train nor val nor test in {count:,} row: {examples}.</source>
        <translation>분할 열 {column}의 {count:,}행이 train, val, test 중 어느 것도 아닙니다: {examples}.</translation>
    </message>
    <message>
        <source>A model&apos;s name needs to be a plain file name.</source>
        <translation>모델 이름은 평범한 파일 이름이어야 합니다.</translation>
    </message>
    <message>
        <source>A run needs {needed:,.0f} MB of disk for its checkpoints and weights, and {free:,.0f} MB are free.</source>
        <translation>실행에는 체크포인트와 가중치에 디스크 {needed:,.0f} MB가 필요한데 {free:,.0f} MB만 비어 있습니다.</translation>
    </message>
    <message>
        <source>A table lies beside the folders: {tables}. If it names the classes of the pictures, choose it instead.</source>
        <translation>폴더 옆에 표가 있습니다: {tables}. 사진의 클래스가 적혀 있다면 그 표를 대신 고르세요.</translation>
    </message>
    <message>
        <source>Caffe&apos;s pixels are assumed: blue, green, red from 0 to 255, minus their mean.</source>
        <translation>Caffe 방식의 픽셀로 가정합니다: 파랑, 초록, 빨강 0~255에서 평균을 뺀 값.</translation>
    </message>
    <message>
        <source>Caffe&apos;s pixels are assumed: red, green, blue from 0 to 255, minus their mean.</source>
        <translation>Caffe 방식의 픽셀로 가정합니다: 빨강, 초록, 파랑 0~255에서 평균을 뺀 값.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose pictures that it has not seen, or have them counted all the same (--include-seen).</source>
        <translation>모델이 보지 않은 사진을 고르거나, 그래도 세도록 하세요(--include-seen).</translation>
    </message>
    <message>
        <source>Correct --input-px.</source>
        <translation>--input-px를 고치십시오.</translation>
    </message>
    <message>
        <source>Correct --std.</source>
        <translation>--std를 고치십시오.</translation>
    </message>
    <message>
        <source>Free some space, train a smaller model, or choose another disk with --runs-dir.</source>
        <translation>공간을 비우거나, 더 작은 모델을 학습하거나, --runs-dir로 다른 디스크를 고르세요.</translation>
    </message>
    <message>
        <source>Import a file that has its classifier too.</source>
        <translation>분류기까지 있는 파일을 가져오십시오.</translation>
    </message>
    <message>
        <source>Its training may have diverged, or it reads pixels otherwise: see --preprocessing.</source>
        <translation>학습이 발산했거나 픽셀을 다르게 읽는 모델일 수 있습니다. --preprocessing을 보십시오.</translation>
    </message>
    <message>
        <source>Pictures of one thing, taken one after the other, weigh more than others.</source>
        <translation>같은 것을 잇따라 찍은 사진은 다른 사진보다 비중이 커집니다.</translation>
    </message>
    <message>
        <source>Pictures that it has learned from do not count.</source>
        <translation>모델이 학습한 사진은 세지 않습니다.</translation>
    </message>
    <message>
        <source>Rename it, and start the run again.</source>
        <translation>이름을 바꾸고 실행을 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Say which one by its directory: {directories}.</source>
        <translation>폴더 이름으로 지정하세요: {directories}.</translation>
    </message>
    <message>
        <source>The deviation of each channel is above 0.</source>
        <translation>각 채널의 표준편차는 0보다 커야 합니다.</translation>
    </message>
    <message>
        <source>The file has {count:,} pages; the first was taken.</source>
        <translation>파일에 {count:,}쪽이 있어 첫 쪽을 썼습니다.</translation>
    </message>
    <message>
        <source>The file is an animation; its first frame was taken.</source>
        <translation>파일이 애니메이션이라 첫 프레임을 썼습니다.</translation>
    </message>
    <message>
        <source>The input is between {least} and {most:,} px wide.</source>
        <translation>입력 너비는 {least}에서 {most:,} px 사이여야 합니다.</translation>
    </message>
    <message>
        <source>The model has learned from all of these {count:,} pictures, so they cannot tell how good it is.</source>
        <translation>모델이 이 사진 {count:,}장 모두로 학습했으므로, 이 사진들로는 모델이 얼마나 좋은지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The model has learned from {seen:,} of these {count:,} pictures.</source>
        <translation>모델이 이 사진 {count:,}장 가운데 {seen:,}장으로 학습했습니다.</translation>
    </message>
    <message>
        <source>The model has learned from {seen:,} of these {count:,} pictures; they are left out.</source>
        <translation>모델이 이 사진 {count:,}장 가운데 {seen:,}장으로 학습했으므로, 그 사진은 빼고 계산합니다.</translation>
    </message>
    <message>
        <source>The model keeps this and uses it again.</source>
        <translation>모델이 이 값을 간직하고 다시 씁니다.</translation>
    </message>
    <message>
        <source>The model {name} gives no usable numbers for sample pictures.</source>
        <translation>모델 {name}이(가) 예제 사진에 쓸 수 있는 수를 내지 않습니다.</translation>
    </message>
    <message>
        <source>The models folder cannot be made: {reason}.</source>
        <translation>모델 폴더를 만들 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The name {name} is not UTF-8, and a run could not keep it.</source>
        <translation>이름 {name}은(는) UTF-8이 아니어서 실행에 저장할 수 없습니다.</translation>
    </message>
    <message>
        <source>The pictures of the run {run} are not at {source} any more.</source>
        <translation>실행 {run}의 사진이 이제 {source}에 없습니다.</translation>
    </message>
    <message>
        <source>The split column {column} holds neither train nor val nor test in {count:,} rows: {examples}.</source>
        <translation>분할 열 {column}의 {count:,}행이 train, val, test 중 어느 것도 아닙니다: {examples}.</translation>
    </message>
    <message>
        <source>The split is given, so it stays as it is; the accuracy may look better than it is.</source>
        <translation>정해진 분할이므로 그대로 둡니다. 정확도가 실제보다 좋아 보일 수 있습니다.</translation>
    </message>
    <message>
        <source>The table has a column for each of {count:,} classes: the one with a 1 is a picture&apos;s class.</source>
        <translation>표에 클래스 {count:,}개마다 열이 하나씩 있습니다. 1인 열이 그 사진의 클래스입니다.</translation>
    </message>
    <message>
        <source>The table has no column of folds.</source>
        <translation>표에 폴드 열이 없습니다.</translation>
    </message>
    <message>
        <source>The table has no column {column}; it has {known}.</source>
        <translation>표에 {column} 열이 없습니다. 있는 열: {known}.</translation>
    </message>
    <message>
        <source>The table has no column {column}; its {count} columns have no names: give their numbers.</source>
        <translation>표에 {column} 열이 없습니다. 열 {count}개에 이름이 없으니 번호로 알려 주세요.</translation>
    </message>
    <message>
        <source>The table {name} cannot be read: {reason}.</source>
        <translation>표 {name}을(를) 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The table {name} is damaged: {reason}.</source>
        <translation>표 {name}이(가) 손상되었습니다: {reason}.</translation>
    </message>
    <message>
        <source>The table {name} is not UTF-8 text.</source>
        <translation>표 {name}이(가) UTF-8 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>The table {table} has no two columns.</source>
        <translation>표 {table}에 열이 두 개 있지 않습니다.</translation>
    </message>
    <message>
        <source>The table {table} has paths and no labels, as lists of test pictures do: nothing can be learned.</source>
        <translation>표 {table}에는 테스트 사진 목록처럼 경로만 있고 레이블이 없습니다. 배울 것이 없습니다.</translation>
    </message>
    <message>
        <source>The table {table} names addresses of the web, and no files: {examples}. Download them first.</source>
        <translation>표 {table}에는 파일이 아니라 웹 주소가 있습니다: {examples}. 먼저 내려받으세요.</translation>
    </message>
    <message>
        <source>The training that made it went astray; take an earlier state of it.</source>
        <translation>이 파일을 만든 학습이 잘못되었습니다. 그 전 상태를 쓰십시오.</translation>
    </message>
    <message>
        <source>The validation folder {folder} holds {count:,} picture in no class folder: it is left alone.</source>
        <translation>검증 폴더 {folder}에 클래스 폴더 밖의 사진 {count:,}장이 있습니다. 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>The validation folder {folder} holds {count:,} pictures in no class folder: they are left alone.</source>
        <translation>검증 폴더 {folder}에 클래스 폴더 밖의 사진 {count:,}장이 있습니다. 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>The weights file {file} does not say which model it holds.</source>
        <translation>가중치 파일 {file}에 어떤 모델인지 나와 있지 않습니다.</translation>
    </message>
    <message>
        <source>The weights file {file} has changed since it was loaded.</source>
        <translation>가중치 파일 {file}이(가) 불러온 뒤에 바뀌었습니다.</translation>
    </message>
    <message>
        <source>The weights file {file} is cut short: {total_bytes:,} of {expected} bytes are there.</source>
        <translation>가중치 파일 {file}이(가) 잘렸습니다: {expected}바이트 중 {total_bytes:,}바이트만 있습니다.</translation>
    </message>
    <message>
        <source>The weights file {file} is damaged: its content has changed since it was checked, but not its date.</source>
        <translation>가중치 파일 {file}이(가) 손상되었습니다. 확인한 뒤 날짜는 그대로인데 내용이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>The weights file {file} is damaged: {what}.</source>
        <translation>가중치 파일 {file}이(가) 손상되었습니다: {what}.</translation>
    </message>
    <message>
        <source>The weights file {file} was written by a newer version of VGG Desktop.</source>
        <translation>가중치 파일 {file}은(는) 더 새로운 버전의 VGG Desktop이 썼습니다.</translation>
    </message>
    <message>
        <source>The weights file {name} cannot be read: {reason}.</source>
        <translation>가중치 파일 {name}을(를) 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The window goes on; Help, Copy a report says more for us.</source>
        <translation>창은 계속 쓸 수 있습니다. 도움말의 보고서 복사가 자세한 내용을 담습니다.</translation>
    </message>
    <message>
        <source>The worker of the run {run} cannot be started: {reason}.</source>
        <translation>실행 {run}의 작업 프로세스를 시작할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The worker of the run {run} does not start.</source>
        <translation>실행 {run}의 작업 프로세스가 시작되지 않습니다.</translation>
    </message>
    <message>
        <source>The worker of the run {run} ended before it began.</source>
        <translation>실행 {run}의 작업 프로세스가 시작하기도 전에 끝났습니다.</translation>
    </message>
    <message>
        <source>The worker of the run {run} has not ended yet.</source>
        <translation>실행 {run}의 작업 프로세스가 아직 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>There are no pictures in class folders in {folder}.</source>
        <translation>{folder}의 클래스 폴더에 사진이 없습니다.</translation>
    </message>
    <message>
        <source>There are no validation pictures, so nothing could tell how good the model is.</source>
        <translation>검증 사진이 없어 모델이 얼마나 좋은지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>There are: {names}.</source>
        <translation>있는 것: {names}.</translation>
    </message>
    <message>
        <source>There is a model called {name} already.</source>
        <translation>{name}(이)라는 모델이 이미 있습니다.</translation>
    </message>
    <message>
        <source>There is a run called {run} already.</source>
        <translation>{run}(이)라는 실행이 이미 있습니다.</translation>
    </message>
    <message>
        <source>There is no GPU {device}: this machine has {count}, counted from 0.</source>
        <translation>GPU {device}이(가) 없습니다: 이 컴퓨터에는 {count}개가 있으며 0부터 셉니다.</translation>
    </message>
    <message>
        <source>There is no device called {device}.</source>
        <translation>{device}(이)라는 장치가 없습니다.</translation>
    </message>
    <message>
        <source>There is no model called {source}.</source>
        <translation>{source}(이)라는 모델이 없습니다.</translation>
    </message>
    <message>
        <source>There is no precision called {precision}.</source>
        <translation>{precision}(이)라는 정밀도가 없습니다.</translation>
    </message>
    <message>
        <source>There is no preset called {preset}.</source>
        <translation>{preset}(이)라는 사전 설정이 없습니다.</translation>
    </message>
    <message>
        <source>There is no run called {name}.</source>
        <translation>{name}(이)라는 실행이 없습니다.</translation>
    </message>
    <message>
        <source>There is no weights file {name}.</source>
        <translation>가중치 파일 {name}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is no weights file {source}.</source>
        <translation>가중치 파일 {source}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is not enough memory to read the weights file {file}.</source>
        <translation>가중치 파일 {file}을(를) 읽을 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>There is not enough memory to read {picture}.</source>
        <translation>{picture}을(를) 읽을 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>They are no classes.</source>
        <translation>클래스가 아닙니다.</translation>
    </message>
    <message>
        <source>They have no effect.</source>
        <translation>아무 효과가 없습니다.</translation>
    </message>
    <message>
        <source>They may make the accuracy look better than it is. Keep what belongs together on one side: group_pattern.</source>
        <translation>정확도가 실제보다 좋아 보일 수 있습니다. 함께 속하는 사진은 group_pattern으로 한쪽에 두세요.</translation>
    </message>
    <message>
        <source>They would make the accuracy look better than it is. They are kept out of validation.</source>
        <translation>정확도가 실제보다 좋아 보이게 만듭니다. 검증에서 뺍니다.</translation>
    </message>
    <message>
        <source>This attempt runs with {text} {now} instead of {before}.</source>
        <translation>이번 시도는 {text} {now}(으)로 실행합니다(이전 {before}).</translation>
    </message>
    <message>
        <source>This build of torch runs on the CPU only.</source>
        <translation>이 torch 빌드는 CPU에서만 실행됩니다.</translation>
    </message>
    <message>
        <source>This file is empty: {name}.</source>
        <translation>파일이 비어 있습니다: {name}.</translation>
    </message>
    <message>
        <source>This file is not a readable picture: {name}.</source>
        <translation>읽을 수 있는 사진이 아닙니다: {name}.</translation>
    </message>
    <message>
        <source>This file is not there: {name}.</source>
        <translation>파일이 없습니다: {name}.</translation>
    </message>
    <message>
        <source>This is not a readable picture.</source>
        <translation>읽을 수 있는 사진이 아닙니다.</translation>
    </message>
    <message>
        <source>This machine has no Apple GPU that torch can use.</source>
        <translation>이 컴퓨터에는 torch가 쓸 수 있는 Apple GPU가 없습니다.</translation>
    </message>
    <message>
        <source>This machine has no GPU that torch can use.</source>
        <translation>이 컴퓨터에는 torch가 쓸 수 있는 GPU가 없습니다.</translation>
    </message>
    <message>
        <source>This model is closed.</source>
        <translation>이 모델은 닫혔습니다.</translation>
    </message>
    <message>
        <source>This picture cannot be shown.</source>
        <translation>이 사진을 보여 줄 수 없습니다.</translation>
    </message>
    <message>
        <source>This picture could not be classified.</source>
        <translation>이 사진을 분류할 수 없습니다.</translation>
    </message>
    <message>
        <source>To measure a model on them: vgg-desktop evaluate MODEL FOLDER --split test.</source>
        <translation>이것으로 모델을 재려면: vgg-desktop evaluate MODEL FOLDER --split test.</translation>
    </message>
    <message>
        <source>Train it anew on pictures with three channels; grey ones are read as such.</source>
        <translation>세 채널 사진으로 다시 학습하십시오. 회색 사진도 그렇게 읽습니다.</translation>
    </message>
    <message>
        <source>Training broke down at step {step:,} of epoch {epoch:,}: its loss is no longer a finite number.</source>
        <translation>에포크 {epoch:,}의 단계 {step:,}에서 학습이 무너졌습니다: 손실이 더 이상 유한한 수가 아닙니다.</translation>
    </message>
    <message>
        <source>Training needs at least two classes, and there is only one: {label}.</source>
        <translation>학습에는 클래스가 둘 이상 필요한데 하나뿐입니다: {label}.</translation>
    </message>
    <message>
        <source>Training was ended by a fault of the program: {reason}.</source>
        <translation>프로그램 오류로 학습이 끝났습니다: {reason}.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>잠시 후 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Try another device in the menu at the top.</source>
        <translation>위쪽 메뉴에서 다른 장치를 선택해 보세요.</translation>
    </message>
    <message>
        <source>Update VGG Desktop.</source>
        <translation>VGG Desktop을 업데이트하세요.</translation>
    </message>
    <message>
        <source>Update this program.</source>
        <translation>이 프로그램을 업데이트하세요.</translation>
    </message>
    <message>
        <source>Use JPEG, PNG, WebP, GIF, BMP, TIFF, AVIF, JPEG 2000, PPM, PGM, PBM or TGA.</source>
        <translation>JPEG, PNG, WebP, GIF, BMP, TIFF, AVIF, JPEG 2000, PPM, PGM, PBM, TGA를 사용하세요.</translation>
    </message>
    <message>
        <source>Use letters, digits, spaces, dots, dashes or underscores.</source>
        <translation>글자, 숫자, 공백, 점, 붙임표, 밑줄을 사용하세요.</translation>
    </message>
    <message>
        <source>Use one of {words} or cuda:1.</source>
        <translation>{words} 또는 cuda:1 중 하나를 사용하세요.</translation>
    </message>
    <message>
        <source>Use one of {words}.</source>
        <translation>{words} 중 하나를 사용하세요.</translation>
    </message>
    <message>
        <source>Use the id, name or alias of a class, or exclude.</source>
        <translation>클래스의 id, 이름, 별칭 또는 exclude를 사용하세요.</translation>
    </message>
    <message>
        <source>Use the weights that the training has kept, for example its best.safetensors.</source>
        <translation>학습이 남긴 가중치를 쓰십시오. 예: best.safetensors.</translation>
    </message>
    <message>
        <source>Watch it with: vgg-desktop runs list</source>
        <translation>지켜보기: vgg-desktop runs list</translation>
    </message>
    <message>
        <source>What is left is used.</source>
        <translation>남은 부분만 사용합니다.</translation>
    </message>
    <message>
        <source>With them {share} are right.</source>
        <translation>그 사진까지 세면 {share}가 맞습니다.</translation>
    </message>
    <message>
        <source>Without them {share} are right.</source>
        <translation>그 사진을 빼면 {share}가 맞습니다.</translation>
    </message>
    <message>
        <source>You chose it.</source>
        <translation>직접 선택했습니다.</translation>
    </message>
    <message>
        <source>a class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>beside the training and validation folders</source>
        <translation>학습 및 검증 폴더 밖</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>copies of the folders beside them</source>
        <translation>옆 폴더의 사본</translation>
    </message>
    <message>
        <source>does not fit into memory</source>
        <translation>메모리에 들어가지 않습니다</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패함</translation>
    </message>
    <message>
        <source>folders that cannot be read</source>
        <translation>읽을 수 없는 폴더</translation>
    </message>
    <message>
        <source>has a meaning only with head = &quot;custom&quot;</source>
        <translation>head = &quot;custom&quot;일 때만 뜻이 있습니다</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>숨김</translation>
    </message>
    <message>
        <source>in formats that are not read; convert them to PNG</source>
        <translation>읽지 않는 형식이니 PNG로 변환하세요</translation>
    </message>
    <message>
        <source>in no class folder</source>
        <translation>클래스 폴더 밖</translation>
    </message>
    <message>
        <source>is no regular expression: {reason}</source>
        <translation>정규식이 아닙니다: {reason}</translation>
    </message>
    <message>
        <source>its content is damaged</source>
        <translation>내용이 손상되었습니다</translation>
    </message>
    <message>
        <source>links that lead nowhere</source>
        <translation>끊어진 링크</translation>
    </message>
    <message>
        <source>listed twice with the same label</source>
        <translation>같은 레이블로 두 번 나열됨</translation>
    </message>
    <message>
        <source>names that are not UTF-8</source>
        <translation>UTF-8이 아닌 이름</translation>
    </message>
    <message>
        <source>neither files nor folders</source>
        <translation>파일도 폴더도 아님</translation>
    </message>
    <message>
        <source>not pictures by their names</source>
        <translation>이름으로 보아 사진이 아님</translation>
    </message>
    <message>
        <source>notebook checkpoints</source>
        <translation>노트북 체크포인트</translation>
    </message>
    <message>
        <source>ran out of memory</source>
        <translation>메모리가 부족함</translation>
    </message>
    <message>
        <source>rows without a path or a label</source>
        <translation>경로나 레이블이 없는 행</translation>
    </message>
    <message>
        <source>test pictures, kept for the final evaluation</source>
        <translation>최종 평가용 테스트 사진</translation>
    </message>
    <message>
        <source>the first epoch is 1, and each row later than the one before</source>
        <translation>첫 에포크는 1이고, 각 행은 앞의 행보다 뒤여야 합니다</translation>
    </message>
    <message>
        <source>thumbnails, bins and the like of a system</source>
        <translation>시스템의 썸네일, 휴지통 등</translation>
    </message>
    <message>
        <source>training from scratch needs the whole network (&quot;all&quot;)</source>
        <translation>처음부터 학습하려면 전체 신경망(&quot;all&quot;)을 학습해야 합니다</translation>
    </message>
    <message>
        <source>validation pictures in no class folder</source>
        <translation>클래스 폴더 밖의 검증 사진</translation>
    </message>
    <message>
        <source>{count:,} class has fewer than {least} training pictures: {names}.</source>
        <translation>클래스 {count:,}개의 학습 사진이 {least}장보다 적습니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} class has no training pictures: {names}.</source>
        <translation>클래스 {count:,}개에 학습 사진이 없습니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} class has no validation pictures: {names}.</source>
        <translation>클래스 {count:,}개에 검증 사진이 없습니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} classes have fewer than {least} training pictures: {names}.</source>
        <translation>클래스 {count:,}개의 학습 사진이 {least}장보다 적습니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} classes have no training pictures: {names}.</source>
        <translation>클래스 {count:,}개에 학습 사진이 없습니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} classes have no validation pictures: {names}.</source>
        <translation>클래스 {count:,}개에 검증 사진이 없습니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} correction of pictures that are not here.</source>
        <translation>여기 없는 사진에 대한 수정 {count:,}건.</translation>
    </message>
    <message>
        <source>{count:,} corrections of pictures that are not here.</source>
        <translation>여기 없는 사진에 대한 수정 {count:,}건.</translation>
    </message>
    <message>
        <source>{count:,} extra copies</source>
        <translation>추가 사본 {count:,}장</translation>
    </message>
    <message>
        <source>{count:,} extra copy</source>
        <translation>추가 사본 {count:,}장</translation>
    </message>
    <message>
        <source>{count:,} file is left out because its format is not read: {example}.</source>
        <translation>형식을 읽을 수 없어 파일 {count:,}개를 뺐습니다: {example}.</translation>
    </message>
    <message>
        <source>{count:,} files are left out because their formats are not read, such as {example}.</source>
        <translation>형식을 읽을 수 없어 {example} 등 파일 {count:,}개를 뺐습니다.</translation>
    </message>
    <message>
        <source>{count:,} folder</source>
        <translation>폴더 {count:,}개</translation>
    </message>
    <message>
        <source>{count:,} folders</source>
        <translation>폴더 {count:,}개</translation>
    </message>
    <message>
        <source>{count:,} group stands on both sides of the split: {names}.</source>
        <translation>그룹 {count:,}개가 분할의 양쪽에 있습니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} groups stand on both sides of the split: {names}.</source>
        <translation>그룹 {count:,}개가 분할의 양쪽에 있습니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} link leads nowhere, so what lay behind is left out: {names}.</source>
        <translation>끊어진 링크 {count:,}개. 그 뒤에 있던 것은 빠집니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} links lead nowhere, so what lay behind is left out: {names}.</source>
        <translation>끊어진 링크 {count:,}개. 그 뒤에 있던 것은 빠집니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} path of the table has no ending: the file of that name is taken.</source>
        <translation>표의 경로 {count:,}개에 확장자가 없어서 그 이름의 파일을 썼습니다.</translation>
    </message>
    <message>
        <source>{count:,} paths of the table have no ending: the files of that name are taken.</source>
        <translation>표의 경로 {count:,}개에 확장자가 없어서 그 이름의 파일을 썼습니다.</translation>
    </message>
    <message>
        <source>{count:,} picture</source>
        <translation>사진 {count:,}장</translation>
    </message>
    <message>
        <source>{count:,} picture changed ({names}).</source>
        <translation>사진 {count:,}장이 바뀌었습니다({names}).</translation>
    </message>
    <message>
        <source>{count:,} picture changed its class ({names}).</source>
        <translation>사진 {count:,}장의 클래스가 바뀌었습니다({names}).</translation>
    </message>
    <message>
        <source>{count:,} picture changed sides ({names}).</source>
        <translation>사진 {count:,}장이 분할의 다른 쪽으로 옮겨졌습니다({names}).</translation>
    </message>
    <message>
        <source>{count:,} picture exists more than once on the same side of the split: {copies}.</source>
        <translation>사진 {count:,}장이 분할의 같은 쪽에 두 번 이상 있습니다: {copies}.</translation>
    </message>
    <message>
        <source>{count:,} picture fits no group and counts by itself.</source>
        <translation>사진 {count:,}장은 맞는 그룹이 없어 한 장씩 따로 셉니다.</translation>
    </message>
    <message>
        <source>{count:,} picture is missing ({names}).</source>
        <translation>사진 {count:,}장이 없습니다({names}).</translation>
    </message>
    <message>
        <source>{count:,} picture of more than 8 bits does not say which values are black and white: {low} and {high} are taken.</source>
        <translation>8비트가 넘는 사진 {count:,}장에 어느 값이 검정이고 흰색인지 적혀 있지 않아 {low}과(와) {high}을(를) 씁니다.</translation>
    </message>
    <message>
        <source>{count:,} picture relabelled and {excluded:,} excluded by your corrections.</source>
        <translation>수정에 따라 사진 {count:,}장의 레이블을 바꾸고 {excluded:,}장을 제외했습니다.</translation>
    </message>
    <message>
        <source>{count:,} picture stands in both training and validation: {names}.</source>
        <translation>사진 {count:,}장이 학습과 검증 양쪽에 있습니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} picture stands under more than one class: {names}.</source>
        <translation>사진 {count:,}장이 둘 이상의 클래스에 있습니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} picture was added ({names}).</source>
        <translation>사진 {count:,}장이 추가되었습니다({names}).</translation>
    </message>
    <message>
        <source>{count:,} pictures</source>
        <translation>사진 {count:,}장</translation>
    </message>
    <message>
        <source>{count:,} pictures are missing ({names}).</source>
        <translation>사진 {count:,}장이 없습니다({names}).</translation>
    </message>
    <message>
        <source>{count:,} pictures changed ({names}).</source>
        <translation>사진 {count:,}장이 바뀌었습니다({names}).</translation>
    </message>
    <message>
        <source>{count:,} pictures changed class ({names}).</source>
        <translation>사진 {count:,}장의 클래스가 바뀌었습니다({names}).</translation>
    </message>
    <message>
        <source>{count:,} pictures changed sides ({names}).</source>
        <translation>사진 {count:,}장이 분할의 다른 쪽으로 옮겨졌습니다({names}).</translation>
    </message>
    <message>
        <source>{count:,} pictures exist more than once on the same side of the split: {copies}.</source>
        <translation>사진 {count:,}장이 분할의 같은 쪽에 두 번 이상 있습니다: {copies}.</translation>
    </message>
    <message>
        <source>{count:,} pictures fit no group and count each by itself.</source>
        <translation>사진 {count:,}장은 맞는 그룹이 없어 한 장씩 따로 셉니다.</translation>
    </message>
    <message>
        <source>{count:,} pictures of more than 8 bits do not say which values are black and white: {low} and {high} are taken for all of them.</source>
        <translation>8비트가 넘는 사진 {count:,}장에 어느 값이 검정이고 흰색인지 적혀 있지 않아 모두에 {low}과(와) {high}을(를) 씁니다.</translation>
    </message>
    <message>
        <source>{count:,} pictures relabelled and {excluded:,} excluded by your corrections.</source>
        <translation>수정에 따라 사진 {count:,}장의 레이블을 바꾸고 {excluded:,}장을 제외했습니다.</translation>
    </message>
    <message>
        <source>{count:,} pictures stand in both training and validation: {names}.</source>
        <translation>사진 {count:,}장이 학습과 검증 양쪽에 있습니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} pictures stand under more than one class: {names}.</source>
        <translation>사진 {count:,}장이 둘 이상의 클래스에 있습니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} pictures were added ({names}).</source>
        <translation>사진 {count:,}장이 추가되었습니다({names}).</translation>
    </message>
    <message>
        <source>{count:,} row of the table {table} has several labels in one cell, such as {examples}: this program learns one label for each picture, so leave the most telling one.</source>
        <translation>표 {table}의 {count:,}행에서 한 칸에 레이블이 여러 개 있습니다(예: {examples}). 이 프로그램은 사진마다 레이블 하나를 배우니, 가장 알맞은 하나만 남기세요.</translation>
    </message>
    <message>
        <source>{count:,} row of the table {table} names no side of the split: it trains.</source>
        <translation>표 {table}의 {count:,}행에 분할이 적혀 있지 않아 학습에 씁니다.</translation>
    </message>
    <message>
        <source>{count:,} rows of the table {table} have several labels in one cell, such as {examples}: this program learns one label for each picture, so leave the most telling one.</source>
        <translation>표 {table}의 {count:,}행에서 한 칸에 레이블이 여러 개 있습니다(예: {examples}). 이 프로그램은 사진마다 레이블 하나를 배우니, 가장 알맞은 하나만 남기세요.</translation>
    </message>
    <message>
        <source>{count:,} rows of the table {table} name no side of the split: they train.</source>
        <translation>표 {table}의 {count:,}행에 분할이 적혀 있지 않아 학습에 씁니다.</translation>
    </message>
    <message>
        <source>{count:,} validation picture looks nearly like a training picture: {names}.</source>
        <translation>검증 사진 {count:,}장이 학습 사진과 거의 같습니다: {names}.</translation>
    </message>
    <message>
        <source>{count:,} validation pictures look nearly like training pictures: {names}.</source>
        <translation>검증 사진 {count:,}장이 학습 사진과 거의 같습니다: {names}.</translation>
    </message>
    <message>
        <source>{count} runs are called {name}.</source>
        <translation>이름이 {name}인 실행이 {count}개 있습니다.</translation>
    </message>
    <message>
        <source>{file} cannot be read back: {reason}.</source>
        <translation>{file}을(를) 다시 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file}을(를) 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{file} cannot classify: {tensor} holds values that are not finite numbers.</source>
        <translation>{file}은(는) 분류할 수 없습니다. {tensor}에 유한하지 않은 값이 있습니다.</translation>
    </message>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>{file}을(를) 쓸 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{file} does not name its classes; the 1,000 of ImageNet are assumed.</source>
        <translation>{file}에는 클래스 이름이 없어 ImageNet의 1,000개로 가정합니다.</translation>
    </message>
    <message>
        <source>{file} does not name its {count:,} classes; they are numbered.</source>
        <translation>{file}에는 클래스 {count:,}개의 이름이 없어 번호를 붙입니다.</translation>
    </message>
    <message>
        <source>{file} does not say how it reads pixels; ImageNet&apos;s normalisation is assumed.</source>
        <translation>{file}에는 픽셀을 읽는 방법이 적혀 있지 않아 ImageNet 정규화로 가정합니다.</translation>
    </message>
    <message>
        <source>{file} does not say how large its pictures are; {px} px are assumed.</source>
        <translation>{file}에는 사진 크기가 적혀 있지 않아 {px} px로 가정합니다.</translation>
    </message>
    <message>
        <source>{file} does not say on which scale it reads pixels.</source>
        <translation>{file}은(는) 픽셀을 어떤 척도로 읽는지 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>{file} exists already.</source>
        <translation>{file}이(가) 이미 있습니다.</translation>
    </message>
    <message>
        <source>{file} has the names or the numbers of Caffe&apos;s VGG.</source>
        <translation>{file}에 Caffe VGG의 이름이나 수가 있습니다.</translation>
    </message>
    <message>
        <source>{file} has {count:,} classes, but {label_count:,} labels were given.</source>
        <translation>{file}에는 클래스가 {count:,}개인데 레이블이 {label_count:,}개 주어졌습니다.</translation>
    </message>
    <message>
        <source>{file} holds more than weights and was not opened: such a file can run any program.</source>
        <translation>{file}에는 가중치 말고 다른 것도 들어 있어 열지 않았습니다. 그런 파일은 아무 프로그램이나 실행할 수 있습니다.</translation>
    </message>
    <message>
        <source>{file} holds no VGG that this program knows.</source>
        <translation>{file}에는 이 프로그램이 아는 VGG가 없습니다.</translation>
    </message>
    <message>
        <source>{file} holds only the convolutions of a VGG, without the layers that name classes.</source>
        <translation>{file}에는 VGG의 합성곱 층만 있고 클래스를 정하는 층이 없습니다.</translation>
    </message>
    <message>
        <source>{file} holds {count:,} tensors beside its VGG, which are left out, {first} among them.</source>
        <translation>{file}에는 VGG 외에 텐서 {count:,}개가 더 있어 뺍니다. 예: {first}.</translation>
    </message>
    <message>
        <source>{file} is a TorchScript program, which brings code of its own, and not weights alone.</source>
        <translation>{file}은(는) 가중치만이 아니라 자체 코드를 담은 TorchScript 프로그램입니다.</translation>
    </message>
    <message>
        <source>{file} is a program made by torch.export, and not weights alone.</source>
        <translation>{file}은(는) 가중치만이 아니라 torch.export가 만든 프로그램입니다.</translation>
    </message>
    <message>
        <source>{file} is damaged.</source>
        <translation>{file}이(가) 손상되었습니다.</translation>
    </message>
    <message>
        <source>{file} is not a weights file that this program can read.</source>
        <translation>{file}은(는) 이 프로그램이 읽을 수 있는 가중치 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{file} is not a weights file that this program knows.</source>
        <translation>{file}은(는) 이 프로그램이 아는 가중치 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{file} is not a weights file that torch wrote: it holds two entries of one name.</source>
        <translation>{file}은(는) torch가 쓴 가중치 파일이 아닙니다. 같은 이름의 항목이 둘 있습니다.</translation>
    </message>
    <message>
        <source>{file} is not a weights file that torch wrote: it would unpack to more than it is.</source>
        <translation>{file}은(는) torch가 쓴 가중치 파일이 아닙니다. 풀면 실제보다 커집니다.</translation>
    </message>
    <message>
        <source>{file} is not a weights file: its tensors have no names, or endless ones.</source>
        <translation>{file}은(는) 가중치 파일이 아닙니다. 텐서에 이름이 없거나 이름이 끝없이 깁니다.</translation>
    </message>
    <message>
        <source>{file} is the checkpoint of a training, and not a model.</source>
        <translation>{file}은(는) 모델이 아니라 학습 체크포인트입니다.</translation>
    </message>
    <message>
        <source>{file} of the run {run} cannot be read: {reason}.</source>
        <translation>실행 {run}의 {file}을(를) 읽을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{file} of {run} was written by a newer version of the program.</source>
        <translation>{run}의 {file}은(는) 더 새로운 버전의 프로그램이 쓴 것입니다.</translation>
    </message>
    <message>
        <source>{file} reads pictures of {channels} channel(s), and this program&apos;s models read three.</source>
        <translation>{file}은(는) 채널 {channels}개인 사진을 읽습니다. 이 프로그램의 모델은 세 채널을 읽습니다.</translation>
    </message>
    <message>
        <source>{file} was not opened: its description asks for more memory or time than any weights need.</source>
        <translation>{file}을(를) 열지 않았습니다. 그 설명이 어떤 가중치보다 많은 메모리나 시간을 요구합니다.</translation>
    </message>
    <message>
        <source>{file} was written and is another file when it is read back.</source>
        <translation>{file}을(를) 썼으나 다시 읽으니 내용이 다릅니다.</translation>
    </message>
    <message>
        <source>{file} was written by a big-endian machine.</source>
        <translation>{file}은(는) 빅엔디언 컴퓨터가 썼습니다.</translation>
    </message>
    <message>
        <source>{file} was written by a newer version of this program.</source>
        <translation>{file}은(는) 더 새로운 버전의 프로그램이 쓴 것입니다.</translation>
    </message>
    <message>
        <source>{folders} not in the label list: {names}.</source>
        <translation>{folders}이(가) 레이블 목록에 없습니다: {names}.</translation>
    </message>
    <message>
        <source>{folders} without pictures: {names}.</source>
        <translation>사진이 없는 {folders}: {names}.</translation>
    </message>
    <message>
        <source>{gpu} {why}; the model now runs on the CPU.</source>
        <translation>{gpu} {why}. 이제 모델이 CPU에서 실행됩니다.</translation>
    </message>
    <message>
        <source>{names} and {more:,} more</source>
        <translation>{names} 외 {more:,}개</translation>
    </message>
    <message>
        <source>{names} are one class, {label}: they differ only in case.</source>
        <translation>{names}은(는) 한 클래스({label})입니다. 대소문자만 다릅니다.</translation>
    </message>
    <message>
        <source>{names} are one class, {label}: they differ only in how Unicode writes them.</source>
        <translation>{names}은(는) 한 클래스({label})입니다. 유니코드 표기 방식만 다릅니다.</translation>
    </message>
    <message>
        <source>{names} are one class, {label}: they differ only in spaces.</source>
        <translation>{names}은(는) 한 클래스({label})입니다. 띄어쓰기만 다릅니다.</translation>
    </message>
    <message>
        <source>{name} and others</source>
        <translation>{name} 등</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>{name}을(를) 열 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{name} is a folder, not a picture.</source>
        <translation>{name}은(는) 사진이 아니라 폴더입니다.</translation>
    </message>
    <message>
        <source>{name} is not a regular file.</source>
        <translation>{name}은(는) 일반 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{name} was not moved: it has changed since it was corrected.</source>
        <translation>{name}을(를) 옮기지 않았습니다: 수정한 뒤에 바뀌었습니다.</translation>
    </message>
    <message>
        <source>{name} was not moved: it is not called like a picture.</source>
        <translation>{name}은(는) 옮기지 않았습니다. 사진 파일 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>{name} was not moved: it would leave the folder of the pictures.</source>
        <translation>{name}은(는) 옮기지 않았습니다. 사진 폴더를 벗어나게 됩니다.</translation>
    </message>
    <message>
        <source>{name} was not moved: there is a file of that name already.</source>
        <translation>{name}을(를) 옮기지 않았습니다: 같은 이름의 파일이 이미 있습니다.</translation>
    </message>
    <message>
        <source>{name} was not moved: {reason}.</source>
        <translation>{name}을(를) 옮기지 않았습니다: {reason}.</translation>
    </message>
    <message>
        <source>{pictures} can be read only in part: {names}.</source>
        <translation>{pictures}은(는) 일부만 읽을 수 있습니다: {names}.</translation>
    </message>
    <message>
        <source>{pictures} cannot be read: {names}.</source>
        <translation>{pictures}을(를) 읽을 수 없습니다: {names}.</translation>
    </message>
    <message>
        <source>{pictures} look nearly like others of them.</source>
        <translation>{pictures}이 서로 거의 같은 사진입니다.</translation>
    </message>
    <message>
        <source>{picture} has too many pixels{extent}.</source>
        <translation>{picture}의 화소가 너무 많습니다{extent}.</translation>
    </message>
    <message>
        <source>{picture} is a HEIC picture, and the reader for these is not installed.</source>
        <translation>{picture}은(는) HEIC 사진이며 이를 읽는 기능이 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>{picture} is damaged or of an unusual kind, and nothing of it could be read.</source>
        <translation>{picture}이(가) 손상되었거나 특이한 종류여서 아무것도 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>{picture} is made to take very long to decode.</source>
        <translation>{picture}은(는) 디코딩이 매우 오래 걸리도록 만들어졌습니다.</translation>
    </message>
    <message>
        <source>{picture} is too large: {size_mb:,.0f} MB.</source>
        <translation>{picture}이(가) 너무 큽니다: {size_mb:,.0f} MB.</translation>
    </message>
    <message>
        <source>{picture} is {kind}, which this program does not read.</source>
        <translation>{picture}은(는) {kind}이며 이 프로그램이 읽지 않는 종류입니다.</translation>
    </message>
    <message>
        <source>{source} does not exist.</source>
        <translation>{source}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>{source} has no pictures in class folders.</source>
        <translation>{source}에는 클래스 폴더에 든 사진이 없습니다.</translation>
    </message>
    <message>
        <source>{source} has no pictures of a class that this model knows.</source>
        <translation>{source}에는 이 모델이 아는 클래스의 사진이 없습니다.</translation>
    </message>
    <message>
        <source>{source} has no pictures of the split {split}; it has {there}.</source>
        <translation>{source}에 {split} 분할의 사진이 없습니다. 있는 것: {there}.</translation>
    </message>
    <message>
        <source>{source} is neither a folder nor a CSV file.</source>
        <translation>{source}은(는) 폴더도 CSV 파일도 아닙니다.</translation>
    </message>
</context>
</TS>
